package org.busbar.launcher;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param lab the lab folder as it was written
 * @param port the TCP port for HTTP, 0 for any free one, at most 65535
 * @param console whether the framework's own shell (Gogo) is to be on this terminal
 */
record Arguments(String lab, int port, boolean console) {

    static final int DEFAULT_PORT = 8181;
    static final String USAGE = "Usage: server <lab folder> [--port <0 to 65535>] [--console]";

    /**
     * Reads a command line.
     *
     * @throws Refusal if the lab folder is missing or given twice, an option is unknown, or the port is no port
     */
    static Arguments parse(String... words) throws Refusal {
        String lab = null;
        int port = DEFAULT_PORT;
        boolean console = false;
        for (Iterator<String> rest = List.of(words).iterator(); rest.hasNext(); ) {
            String word = rest.next();
            if (word.equals("--port")) {
                port = port(rest.hasNext() ? rest.next() : "");
            } else if (word.equals("--console")) {
                console = true;
            } else {
                lab = lab(lab, word);
            }
        }
        return new Arguments(given(lab), port, console);
    }

    private static int port(String word) throws Refusal {
        if (!word.matches("\\d{1,5}") || Integer.parseInt(word) > 65535) {
            throw wrong("--port needs a number from 0 (any free port) to 65535, not '" + word + "'");
        }
        return Integer.parseInt(word);
    }

    private static String lab(@Nullable String before, String word) throws Refusal {
        if (word.startsWith("-")) {
            throw wrong("Unknown option " + word);
        }
        if (before != null) {
            throw wrong("One server runs one lab, but two folders were given: " + before + " and " + word);
        }
        return word;
    }

    private static String given(@Nullable String lab) throws Refusal {
        if (lab == null) {
            throw wrong("No lab folder was given");
        }
        return lab;
    }

    private static Refusal wrong(String sentence) {
        return new Refusal(Refusal.USAGE, sentence + ". " + USAGE);
    }
}
