package org.busbar.shell;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Lists runs. */
@Command(name = "runs", description = "Lists the runs that have not ended.", mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Option(names = "--all", description = "Also those that have ended, the newest 100.")
    private boolean all;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        Table table = new Table("RUN", "SEQUENCE", "STATE", "PRIORITY", "BY", "STEP", "DETAIL");
        place.client().get("/api/v1/runs?limit=100" + (all ? "" : "&open=true")).forEach(run -> row(table, run));
        if (table.isEmpty()) {
            terminal.line(all ? "there are no runs" : "no run is open");
        } else {
            table.lines().forEach(terminal::line);
        }
        return 0;
    }

    private static void row(Table table, JsonNode run) {
        table.row(
                text(run, "id"),
                text(run, "sequence"),
                state(run),
                text(run, "priority"),
                text(run, "askedBy"),
                text(run, "step"),
                text(run, "reason"));
    }

    /** With what is special about its end: {@code COMPLETED, STOPPED_EARLY}. */
    static String state(JsonNode run) {
        String flag = run.path("flag").asString("NONE");
        return text(run, "state") + (flag.equals("NONE") ? "" : ", " + flag);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
