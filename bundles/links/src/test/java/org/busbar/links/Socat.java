package org.busbar.links;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The program that makes pairs of terminals. */
final class Socat {

    private Socat() {}

    static Process start(String... addresses) {
        List<String> command = new ArrayList<>(List.of("socat"));
        command.addAll(List.of(addresses));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return abort("This test needs the program socat: sudo apt-get install socat");
        }
    }
}
