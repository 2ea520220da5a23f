package org.busbar.shell;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** How an optimizer that is not obeyed compares with those that are, in lines for people. */
final class Comparison {

    private final JsonNode view;

    /** @param view as the server tells it */
    Comparison(JsonNode view) {
        this.view = view;
    }

    List<String> lines() {
        Table table =
                new Table("TRIAL", "MEASURED", "BY", "EXPECTED", "SCORE", "SHADOW", "EXPECTED", "SCORE", "WOULD TRY");
        view.path("trials").forEach(trial -> row(table, trial));
        if (table.isEmpty()) {
            return List.of("no shadow has answered yet");
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add(summary("obeyed", view.path("obeyed")));
        lines.add(summary("shadow", view.path("shadow")));
        return lines;
    }

    private static void row(Table table, JsonNode trial) {
        String trouble = trial.path("trouble").asString("");
        String would = Numbers.values(trial.path("would"));
        table.row(
                trial.path("trial").asString(""),
                value(trial.path("measured")),
                trial.at("/obeyed/by").asString(""),
                expected(trial.at("/obeyed/expected")),
                number(trial.at("/obeyed/score")),
                trial.at("/shadow/by").asString(""),
                expected(trial.at("/shadow/expected")),
                number(trial.at("/shadow/score")),
                would + (trouble.isEmpty() ? "" : (would.isEmpty() ? "" : "; ") + trouble));
    }

    private static String value(JsonNode value) {
        return value.isObject() ? Numbers.value(value) : "-";
    }

    private static String expected(JsonNode value) {
        return value.path("uncertainty").isNumber()
                ? Numbers.value(value) + " +- "
                        + Numbers.number(value.get("uncertainty").doubleValue())
                : value(value);
    }

    private static String number(JsonNode number) {
        return number.isNumber() ? Numbers.number(number.doubleValue()) : "-";
    }

    private static String summary(String who, JsonNode score) {
        return "%s: %s trials compared, mean error %s, standardized error %s, mean log density %s"
                .formatted(
                        who,
                        score.path("trials").asString("0"),
                        number(score.path("meanAbsoluteError")),
                        number(score.path("rootMeanSquareScore")),
                        number(score.path("meanLogDensity")));
    }
}
