package org.busbar.shell;

import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Lists what can choose trials. */
@Command(
        name = "optimizers",
        description = "Lists the optimizers, surrogates and acquisitions at hand, with what may be set.",
        mixinStandardHelpOptions = true)
final class OptimizersCommand implements Callable<Integer> {

    private static final List<String> KINDS = List.of("optimizer", "surrogate", "acquisition");

    @Mixin
    private Place place = new Place();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        JsonNode atHand = place.client().get("/api/v1/optimizers");
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        Table table = new Table("KIND", "ID", "VERSION", "SETTINGS");
        for (String kind : KINDS) {
            atHand.path(kind + "s")
                    .forEach(one -> table.row(
                            kind,
                            one.path("id").asString(""),
                            one.path("version").asString(""),
                            settings(one.path("settings"))));
        }
        if (table.isEmpty()) {
            terminal.line("no optimizer is at hand");
        } else {
            table.lines().forEach(terminal::line);
        }
        return 0;
    }

    private static String settings(JsonNode settings) {
        StringJoiner text = new StringJoiner(", ");
        settings.forEach(setting -> text.add(setting.path("name").asString("") + range(setting)));
        return text.toString();
    }

    private static String range(JsonNode setting) {
        if (setting.has("options")) {
            StringJoiner options = new StringJoiner("|", "=", "");
            setting.get("options").forEach(option -> options.add(option.asString("")));
            return options.toString();
        }
        if (!setting.has("min")) {
            return "";
        }
        String unit = setting.path("unit").asString("1");
        return "=" + limit(setting.path("min")) + ".." + limit(setting.path("max"))
                + (unit.equals("1") ? "" : " " + unit);
    }

    private static String limit(JsonNode limit) {
        return limit.isNumber() ? Numbers.number(limit.doubleValue()) : "";
    }
}
