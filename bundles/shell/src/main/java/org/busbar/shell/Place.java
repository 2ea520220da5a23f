package org.busbar.shell;

import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which server a command is for, where the words of the command mean something else: see {@link Target}. */
final class Place {

    @Option(names = "--lab", paramLabel = "FOLDER", description = "The lab's folder; the current one if not given.")
    private String lab = ".";

    @Option(names = "--url", paramLabel = "URL", description = "The server, as in http://127.0.0.1:8181.")
    private Optional<String> url = Optional.empty();

    @Mixin
    private Credentials credentials = new Credentials();

    /**
     * A client of the server.
     *
     * @throws Failure if none is named and none serves the folder
     */
    Client client() {
        return new Client(credentials.connect(url, lab));
    }
}
