package org.busbar.shell;

import java.io.PrintWriter;
import java.util.Map;

/** Where a command writes: lines, and on a real terminal one status line below them that is rewritten in place. */
final class Terminal {

    private static final String CLEAR = "\r\u001b[2K";

    /** A line that is too long is cut, since a wrapped one cannot be rewritten. */
    private static final String CUT = "\u001b[?7l%s\u001b[?7h";

    private final PrintWriter out;
    private final boolean interactive;
    private final boolean colours;
    private String status = "";

    /** The colours of messages. */
    enum Colour {
        GREEN(32),
        YELLOW(33),
        RED(31),
        BOLD(1);

        private final int code;

        Colour(int code) {
            this.code = code;
        }
    }

    /** @param interactive whether a person watches, so that a status line can be rewritten */
    Terminal(PrintWriter out, boolean interactive, boolean colours) {
        this.out = out;
        this.interactive = interactive;
        this.colours = colours;
    }

    /** A terminal if the process has one; {@code -Dbusbar.terminal=true|false} overrules. */
    static Terminal of(PrintWriter out) {
        Map<String, String> environment = System.getenv();
        boolean real = System.console() != null && !"dumb".equals(environment.getOrDefault("TERM", "dumb"));
        String said = System.getProperty("busbar.terminal", Boolean.toString(real));
        boolean interactive = Boolean.parseBoolean(said);
        return new Terminal(out, interactive, interactive && !environment.containsKey("NO_COLOR"));
    }

    boolean isInteractive() {
        return interactive;
    }

    /** Writes a line above the status line. */
    synchronized void line(String text) {
        out.print(interactive && !status.isEmpty() ? CLEAR : "");
        out.println(text);
        out.print(interactive ? status : "");
        out.flush();
    }

    synchronized void line(Colour colour, String text) {
        line(colours ? "\u001b[" + colour.code + "m" + text + "\u001b[0m" : text);
    }

    /** Rewrites the status line; does nothing if nobody watches. */
    synchronized void status(String text) {
        if (interactive) {
            status = text.isEmpty() ? "" : CUT.formatted(text);
            out.print(CLEAR + status);
            out.flush();
        }
    }

    /** Takes the status line away. */
    synchronized void clear() {
        if (!status.isEmpty()) {
            status("");
        }
    }
}
