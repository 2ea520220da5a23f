package org.busbar.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.busbar.shell.Terminal.Colour;
import tools.jackson.databind.JsonNode;

/** Old and new numbers side by side. */
final class ReanalysisText {

    private final Terminal terminal;

    ReanalysisText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What was analysed again: of the trials of a campaign, or that one run. */
    static List<JsonNode> analysed(JsonNode document) {
        List<JsonNode> all = new ArrayList<>();
        if (document.has("trials")) {
            document.path("trials").forEach(trial -> {
                if (trial.path("now").isObject()) {
                    all.add(trial.path("now"));
                }
            });
        } else {
            all.add(document);
        }
        return all;
    }

    /** Shows the comparison of a campaign or of a run. */
    void show(JsonNode document) {
        Table table = new Table("", "OUTPUT", "THEN", "NOW");
        if (document.has("trials")) {
            document.path("trials")
                    .forEach(trial -> rows(
                            table,
                            "trial " + trial.path("number").asString(""),
                            trial.path("then"),
                            trial.path("now").path("after")));
        } else {
            rows(table, "", document.path("before"), document.path("after"));
        }
        if (table.isEmpty()) {
            terminal.line("nothing changed: all numbers are the same, byte for byte");
        } else {
            table.lines().forEach(terminal::line);
        }
        analysed(document).forEach(this::failure);
        agents(document);
        best(document);
    }

    private static void rows(Table table, String of, JsonNode then, JsonNode now) {
        then.properties().forEach(output -> {
            JsonNode after = now.path(output.getKey());
            if (!after.isMissingNode() && !after.equals(output.getValue())) {
                table.row(of, output.getKey(), exact(output.getValue()), exact(after));
            }
        });
    }

    /** With the uncertainty, and with all digits where few would hide the change. */
    private static String exact(JsonNode value) {
        JsonNode uncertainty = value.path("uncertainty");
        return value.path("value").isNumber()
                ? value.path("value").asString("")
                        + (uncertainty.isNumber() ? " +- " + Numbers.number(uncertainty.doubleValue()) : "")
                        + " " + value.path("unit").asString("")
                : Numbers.value(value);
    }

    private void failure(JsonNode one) {
        String state = one.path("state").asString("");
        if (!state.equals("COMPLETED")) {
            terminal.line(
                    Colour.RED,
                    one.path("run").asString("") + ": " + state + ", "
                            + one.path("reason").asString(""));
        }
    }

    private void agents(JsonNode document) {
        TreeSet<String> changes = new TreeSet<>();
        analysed(document).forEach(one -> one.path("steps").forEach(step -> {
            String then = agent(step.path("then"));
            String now = agent(step.path("now"));
            changes.add(then.equals(now) ? now + ", as then" : now + ", then " + then);
        }));
        changes.forEach(change -> terminal.line("analysed by " + change));
    }

    private static String agent(JsonNode agent) {
        return agent.path("id").asString("") + " (" + agent.path("bundle").asString("") + " "
                + agent.path("version").asString("") + ")";
    }

    private void best(JsonNode document) {
        if (document.has("trials")) {
            terminal.line("the best then: " + best(document.path("then"), "no trial counted"));
            terminal.line("the best now:  " + best(document.path("now"), "no trial counts"));
        }
    }

    private static String best(JsonNode best, String otherwise) {
        return best.isObject()
                ? "trial " + best.path("number").asString("") + " (" + Numbers.values(best.path("outputs")) + ")"
                : otherwise;
    }
}
