package org.busbar.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Who says something, and why. */
final class Speaker {

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so; the user of this machine if not given.")
    private String by = System.getProperty("user.name", "shell");

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, as a sentence for people.")
    private String reason = "";

    String by() {
        return by;
    }

    String reason() {
        return reason;
    }

    /** The beginning of a body: who, and why. */
    Map<String, Object> says() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("by", by);
        if (!reason.isEmpty()) {
            said.put("reason", reason);
        }
        return said;
    }
}
