package org.busbar.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param lab the lab folder as it was written
 * @param options the words after {@code --port}, {@code --host} and so on, by the name of the setting; see {@link
 *     Listener#NAMES}
 * @param insecureLocal whether programs of this machine are to be served without being asked who they are
 * @param console whether the framework's own shell (Gogo) is to be on this terminal
 */
record Arguments(String lab, Map<String, String> options, boolean insecureLocal, boolean console) {

    static final String USAGE = "Usage: server <lab folder> [--port <0 to 65535>] [--host <address>]"
            + " [--tls-keystore <file> --tls-password-file <file>] [--insecure-local] [--console]";

    Arguments {
        options = Map.copyOf(options);
    }

    /**
     * Reads a command line.
     *
     * @throws Refusal if the lab folder is missing or given twice, or an option is unknown or without its word
     */
    static Arguments parse(String... words) throws Refusal {
        Map<String, String> options = new LinkedHashMap<>();
        Deque<String> flags = new ArrayDeque<>();
        String lab = null;
        Deque<String> rest = new ArrayDeque<>(List.of(words));
        while (!rest.isEmpty()) {
            String word = rest.remove();
            String setting = word.startsWith("--") ? word.substring(2).replace('-', '.') : "";
            if (Listener.NAMES.contains(setting)) {
                options.put(setting, rest.isEmpty() ? "" : rest.remove());
            } else if (word.equals("--console") || word.equals("--insecure-local")) {
                flags.add(word);
            } else {
                lab = lab(lab, word);
            }
        }
        return new Arguments(given(lab), options, flags.contains("--insecure-local"), flags.contains("--console"));
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

    static Refusal wrong(String sentence) {
        return new Refusal(Refusal.USAGE, sentence + ". " + USAGE);
    }
}
