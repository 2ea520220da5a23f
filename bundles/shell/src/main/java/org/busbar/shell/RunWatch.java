package org.busbar.shell;

import java.util.Locale;
import org.busbar.shell.Terminal.Colour;
import tools.jackson.databind.JsonNode;

/** Shows the steps of one run as they begin and end. */
final class RunWatch {

    private final Client client;
    private final Terminal terminal;
    private final String run;
    private String state = "";

    RunWatch(Client client, Terminal terminal, String run) {
        this.client = client;
        this.terminal = terminal;
        this.run = run;
    }

    /**
     * Follows the run until it has ended.
     *
     * @param before the number of an event before it began
     * @return whether it was completed
     */
    boolean follow(long before) throws InterruptedException {
        new EventStream(client.connection(), before).follow(this::show);
        terminal.clear();
        return state.equals("COMPLETED");
    }

    private boolean show(EventStream.Event event) {
        JsonNode data = event.data();
        if (!data.path("run").asString("").equals(run)) {
            return true;
        }
        String step = data.path("step").asString("");
        switch (event.kind()) {
            case "StepBegun" ->
                terminal.status("step " + step + " on " + data.at("/agent/id").asString("") + " ...");
            case "StepEnded" -> ended(step, data.path("outcome"));
            case "StepAsked" -> terminal.line(Colour.YELLOW, Remarks.asked(data));
            case "RunOrdered" -> terminal.line(Colour.YELLOW, order(data.path("order")));
            case "RunEnded" -> ended(data);
            default -> {
                // told by the others
            }
        }
        return state.isEmpty();
    }

    private void ended(String step, JsonNode outcome) {
        String kind = outcome.path("type").asString("");
        if (kind.equals("Done")) {
            String outputs = Numbers.values(outcome.path("outputs"));
            terminal.line("step " + step + " done" + (outputs.isEmpty() ? "" : ": " + outputs));
        } else {
            String reason = outcome.path("reason").asString("");
            terminal.line(Colour.RED, "step " + step + " " + kind.toLowerCase(Locale.ROOT) + ": " + reason);
        }
    }

    private static String order(JsonNode order) {
        String step = order.path("step").asString("");
        String reason = order.path("reason").asString("");
        String verb = order.path("verb").asString("").toLowerCase(Locale.ROOT).replace('_', '-');
        return "told to " + verb + (step.isEmpty() ? "" : " step " + step) + " by "
                + order.path("by").asString("") + (reason.isEmpty() ? "" : ": " + reason);
    }

    private void ended(JsonNode data) {
        state = data.path("state").asString("ended");
        String reason = data.path("reason").asString("");
        String outputs = Numbers.values(data.path("outputs"));
        Colour colour = state.equals("COMPLETED") ? Colour.GREEN : Colour.RED;
        terminal.line(colour, "run " + run + ": " + RunsCommand.state(data) + (reason.isEmpty() ? "" : ", " + reason));
        if (!outputs.isEmpty()) {
            terminal.line(outputs);
        }
    }
}
