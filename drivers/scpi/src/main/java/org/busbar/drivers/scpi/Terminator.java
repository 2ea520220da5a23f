package org.busbar.drivers.scpi;

import java.util.Arrays;
import org.busbar.api.link.Framing;

/** What lines end with. */
enum Terminator {
    LF("\n"),
    CR("\r"),
    CRLF("\r\n"),
    NUL("\0");

    private final String end;

    Terminator(String end) {
        this.end = end;
    }

    static Terminator of(String name) {
        return Arrays.stream(values())
                .filter(terminator -> terminator.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "terminator = '" + name + "' is not one of " + Arrays.toString(values())));
    }

    Framing framing() {
        return Framing.lines(end);
    }
}
