package org.busbar.shell;

import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Lists the analyses, or tells what one of them takes and gives. */
@Command(
        name = "analyses",
        description = "Lists the analyses at hand; with the id of one, tells what it takes and gives.",
        mixinStandardHelpOptions = true)
final class AnalysesCommand implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Parameters(index = "0", arity = "0..1", paramLabel = "<analysis>", description = "The id of one of them.")
    private Optional<String> analysis = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        JsonNode all = place.client().get("/api/v1/analyses");
        Table table = analysis.isPresent() ? details(all, analysis.get()) : list(all);
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        if (table.isEmpty()) {
            terminal.line("no analysis is at hand");
        } else {
            table.lines().forEach(terminal::line);
        }
        return 0;
    }

    private static Table list(JsonNode all) {
        Table table = new Table("ID", "VERSION", "NEEDS", "GIVES");
        all.forEach(one -> table.row(
                one.path("id").asString(""),
                one.path("version").asString(""),
                needed(one),
                Integer.toString(one.path("outputs").size()) + " outputs"));
        return table;
    }

    private static String needed(JsonNode one) {
        StringJoiner names = new StringJoiner(", ");
        for (JsonNode input : one.path("inputs")) {
            String name = input.path("name").asString("");
            if (!one.path("defaults").has(name)) {
                names.add(name);
            }
        }
        return names.toString();
    }

    private static Table details(JsonNode all, String id) {
        for (JsonNode one : all) {
            if (one.path("id").asString("").equals(id)) {
                Table table = new Table("", "NAME", "KIND", "DEFAULT");
                one.path("inputs").forEach(input -> row(table, "takes", input, one.path("defaults")));
                one.path("outputs").forEach(output -> row(table, "gives", output, Client.JSON.missingNode()));
                return table;
            }
        }
        throw new Failure("There is no analysis '" + id + "'; busbar analyses lists those that there are");
    }

    private static void row(Table table, String side, JsonNode parameter, JsonNode defaults) {
        String name = parameter.path("name").asString("");
        JsonNode value = defaults.path(name);
        table.row(side, name, kind(parameter), value.isMissingNode() ? "" : Numbers.value(value));
    }

    private static String kind(JsonNode parameter) {
        String kind = parameter.path("type").asString("");
        String unit = parameter.path("unit").asString("");
        StringJoiner options = new StringJoiner("|", " ", "");
        parameter.path("options").forEach(option -> options.add(option.asString("")));
        return switch (kind) {
            case "Real" -> "number in " + unit;
            case "Whole" -> "whole number";
            case "Curve" -> "series in " + unit;
            case "Choice" -> "one of" + options;
            case "Artifact" -> "file";
            case "Note" -> "text";
            default -> kind;
        };
    }
}
