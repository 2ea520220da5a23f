package org.busbar.shell;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Tells what the optimizer of a campaign has learnt. */
@Command(
        name = "explain",
        description = "Tells what the optimizer of a campaign has learnt: what matters, and how much is left to gain.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Parameters(index = "0", paramLabel = "<campaign>", description = "The id of the campaign.")
    private String campaign = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        JsonNode insight = place.client().get(Paths.of("campaigns", campaign, "insight"));
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        Table table = new Table("PARAMETER", "RELEVANCE", "FIRST", "TOTAL", "SHAPLEY");
        insight.path("influences").forEach(influence -> row(table, influence));
        (table.isEmpty() ? List.<String>of() : table.lines()).forEach(terminal::line);
        said(terminal, "expected gain of the next trial", insight.path("gain"));
        said(terminal, "hardly exceeded anywhere", insight.path("bound"));
        insight.path("facts")
                .properties()
                .forEach(fact ->
                        terminal.line(fact.getKey() + ": " + fact.getValue().asString("")));
        int checks = insight.path("checks").size();
        if (checks > 0) {
            terminal.line(checks + " values compared with what is expected without them");
        }
        String remark = insight.path("remark").asString("");
        if (!remark.isEmpty()) {
            terminal.line(remark);
        }
        return 0;
    }

    private static void row(Table table, JsonNode influence) {
        table.row(
                influence.path("parameter").asString(""),
                number(influence.path("relevance")),
                number(influence.path("first")),
                number(influence.path("total")),
                number(influence.path("shapley")));
    }

    private static String number(JsonNode number) {
        return number.isNumber() ? Numbers.number(number.doubleValue()) : "-";
    }

    private static void said(Terminal terminal, String what, JsonNode quantity) {
        if (quantity.isObject()) {
            terminal.line(what + ": " + Numbers.value(quantity));
        }
    }
}
