package org.busbar.shell;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Who asks. */
final class Credentials {

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = {
                "Says who asks. Better kept in BUSBAR_TOKEN, where other users of this machine cannot see it.",
                "Without either, a login to the server at --url counts (see: busbar login); the user of the server itself"
                        + " is its administrator."
            })
    private Optional<String> token = Optional.empty();

    /** The token that was given, if any. */
    Optional<String> token() {
        return token.or(() -> Optional.ofNullable(System.getenv("BUSBAR_TOKEN")))
                .filter(text -> !text.isBlank());
    }

    /**
     * A connection to a server by its address or, if there is none, to that of a lab. What a lab's server has left in the
     * folder is shown to no other server, and a login only to the server that gave it.
     *
     * @throws Failure if no address is given and no server serves the lab
     */
    Connection connect(Optional<String> url, String lab) {
        if (url.isEmpty()) {
            return Connection.to(LabFolder.server(lab).url(), LabFolder.find(lab), token());
        }
        return Connection.to(url.get(), lab, token());
    }
}
