package org.busbar.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final StringWriter written = new StringWriter();

    private String show(boolean interactive, boolean colours) {
        Terminal terminal = new Terminal(new PrintWriter(written), interactive, colours);
        terminal.status("50 %");
        terminal.line(Terminal.Colour.RED, "fault");
        terminal.clear();
        return written.toString().replace("\u001b", "~").replace(System.lineSeparator(), "|");
    }

    @Test
    void without_a_terminal_there_are_plain_lines_only() {
        assertEquals("fault|", show(false, false));
    }

    @Test
    void on_a_terminal_lines_go_above_the_status_line() {
        assertEquals("\r~[2K~[?7l50 %~[?7h\r~[2K~[31mfault~[0m|~[?7l50 %~[?7h\r~[2K", show(true, true));
    }
}
