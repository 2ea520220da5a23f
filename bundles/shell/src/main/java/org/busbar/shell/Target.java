package org.busbar.shell;

import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which server a command is for: that of a lab's folder, or one by its URL. */
final class Target {

    @Parameters(arity = "0..1", paramLabel = "<lab>", description = "The lab's folder; the current one if not given.")
    private String lab = ".";

    @Option(names = "--url", paramLabel = "URL", description = "The server, as in http://127.0.0.1:8181.")
    private Optional<String> url = Optional.empty();

    /**
     * The URL of the server.
     *
     * @throws Failure if none is named and none serves the folder
     */
    String url() {
        return url.orElseGet(() -> LabFolder.server(lab).url());
    }
}
