package org.busbar.shell;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Waits for runs by the short list of those that have not ended, since the runs themselves may be long to tell. */
final class OpenRuns {

    private static final long PAUSE_MILLIS = 100;

    private final Client client;
    private final Terminal terminal;

    OpenRuns(Client client, Terminal terminal) {
        this.client = client;
        this.terminal = terminal;
    }

    /** Comes back when all of these have ended, and says meanwhile how many have. */
    void awaitEnd(Collection<String> runs) throws InterruptedException {
        for (Set<String> left = left(runs); !left.isEmpty(); left = left(runs)) {
            terminal.status(runs.size() - left.size() + " of " + runs.size() + " analysed");
            Thread.sleep(PAUSE_MILLIS);
        }
        terminal.clear();
    }

    private Set<String> left(Collection<String> runs) throws InterruptedException {
        Set<String> left = new HashSet<>();
        client.get("/api/v1/runs?open=true&limit=1000")
                .forEach(run -> left.add(run.path("id").asString("")));
        left.retainAll(runs);
        return left;
    }
}
