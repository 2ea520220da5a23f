package org.busbar.shell;

import java.util.List;
import org.busbar.shell.Terminal.Colour;
import tools.jackson.databind.JsonNode;

/** Waits for a run that analyses, and shows what it gives. */
final class AnalysisRun {

    private final Client client;
    private final Terminal terminal;

    AnalysisRun(Client client, Terminal terminal) {
        this.client = client;
        this.terminal = terminal;
    }

    /** The run as it has ended. */
    JsonNode end(JsonNode begun) throws InterruptedException {
        String id = begun.path("id").asString("");
        new OpenRuns(client, terminal).awaitEnd(List.of(id));
        JsonNode run = client.get(Paths.of("runs", id));
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
