package org.busbar.orchestrator;

import java.util.regex.Pattern;

/** Paths of executions: {@code loop[3]/nested/step}. */
final class Paths {

    private static final Pattern PASS = Pattern.compile("\\[\\d+]");

    private Paths() {}

    /** Without the numbers of passes: the same for all executions of one step. */
    static String place(String path) {
        return path.indexOf('[') < 0 ? path : PASS.matcher(path).replaceAll("");
    }

    /** The prefix of everything in one pass of a loop. */
    static String pass(String loop, int number) {
        return loop + "[" + number + "]/";
    }
}
