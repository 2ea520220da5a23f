package org.busbar.shell;

import java.util.concurrent.Callable;
import org.busbar.shell.Terminal.Colour;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Shows what people are asked, and how to answer. */
@Command(name = "inquiries", description = "Shows what people are asked.", mixinStandardHelpOptions = true)
final class InquiriesCommand implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        JsonNode asked = place.client().get("/api/v1/inquiries");
        asked.forEach(inquiry -> show(terminal, inquiry));
        if (asked.isEmpty()) {
            terminal.line("nobody is asked anything");
        }
        return 0;
    }

    private static void show(Terminal terminal, JsonNode inquiry) {
        String run = inquiry.path("run").asString("");
        String step = inquiry.path("step").asString("");
        boolean recovery = inquiry.path("recovery").asBoolean(false);
        terminal.line(Colour.BOLD, inquiry.path("text").asString(""));
        terminal.line("  run " + run + ", step " + step + ", since "
                + inquiry.path("since").asString(""));
        inquiry.at("/form/properties")
                .properties()
                .forEach(entry -> terminal.line("  " + entry.getKey() + ": " + field(entry.getValue())));
        terminal.line("  answer with: busbar settle " + run + " '" + step + "' --happened"
                + (inquiry.at("/form/required").isEmpty() ? "" : " name=value ..")
                + (recovery ? ", --repeat or --give-up \"reason\"" : ""));
    }

    /** A field of a form in words: {@code a number in g, from 0, to 220}. */
    private static String field(JsonNode schema) {
        if (schema.has("enum")) {
            return "one of " + schema.get("enum");
        }
        String unit = schema.path("unit").asString("");
        String kind = schema.path("format").asString(schema.path("type").asString("text"));
        return kind
                + (unit.isEmpty() || unit.equals("1") ? "" : " in " + unit)
                + limit(", from ", schema.path("minimum"))
                + limit(", to ", schema.path("maximum"));
    }

    private static String limit(String word, JsonNode limit) {
        return limit.isNumber() ? word + Numbers.number(limit.doubleValue()) : "";
    }
}
