package org.busbar.shell;

import java.util.List;
import org.busbar.shell.Terminal.Colour;
import tools.jackson.databind.JsonNode;

/** Waits for a run that analyses, and shows what it gives. */
final class AnalysisRun {

    private static final List<String> FINAL = List.of("COMPLETED", "FAILED", "ABORTED", "CANCELLED");
    private static final long PAUSE_MILLIS = 100;

    private final Client client;
    private final Terminal terminal;

    AnalysisRun(Client client, Terminal terminal) {
        this.client = client;
        this.terminal = terminal;
    }

    /** The run as it has ended. */
    JsonNode end(JsonNode begun) throws InterruptedException {
        String id = begun.path("id").asString("");
        JsonNode run = begun;
        while (!FINAL.contains(run.path("state").asString(""))) {
            terminal.status("run " + id + ": " + run.path("state").asString("") + " "
                    + run.path("reason").asString(""));
            Thread.sleep(PAUSE_MILLIS);
            run = client.get(Paths.of("runs", id));
        }
        terminal.clear();
        show(run);
        return run;
    }

    private void show(JsonNode run) {
        run.path("outputs")
                .properties()
                .forEach(output -> terminal.line(output.getKey() + " = " + Numbers.value(output.getValue())));
        String state = run.path("state").asString("");
        String reason = run.path("reason").asString("");
        terminal.line(
                state.equals("COMPLETED") ? Colour.GREEN : Colour.RED,
                "run " + run.path("id").asString("") + ": " + state + (reason.isEmpty() ? "" : ", " + reason));
    }
}
