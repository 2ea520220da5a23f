package org.busbar.shell;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Option;

/** Where a password comes from: a person types it unseen, or a script gives it. */
final class PasswordInput {

    @Option(
            names = "--password-stdin",
            description = "Take the password from the first line of standard input instead of asking for it.")
    private boolean stdin;

    boolean isFromScript() {
        return stdin;
    }

    /** @throws Failure if there is none, or nobody who could be asked */
    String read(String question) {
        return stdin ? line() : asked(question);
    }

    /** A new password, which a person has to type twice. */
    String chosen(String question) {
        String first = read(question);
        if (!stdin && !asked("The same once more: ").equals(first)) {
            throw Failure.usage("The two passwords differ; nothing was changed");
        }
        return first;
    }

    private static String asked(String question) {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s", question);
        if (typed == null) {
            throw Failure.usage("There is no terminal on which to ask for the password; use --password-stdin");
        }
        return given(new String(typed));
    }

    private static String line() {
        try {
            // not closed, as it is not ours
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return given(line == null ? "" : line);
        } catch (IOException e) {
            throw new Failure("The password cannot be read from standard input: " + e);
        }
    }

    private static String given(String password) {
        if (password.isEmpty()) {
            throw Failure.usage("No password was given");
        }
        return password;
    }
}
