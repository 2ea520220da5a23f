package org.busbar.shell;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Asks again what was asked for a trial. */
@Command(
        name = "replay",
        description = "Asks an optimizer again what it was asked for a trial; exits with 1 if the answer differs.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Parameters(index = "0", paramLabel = "<campaign>", description = "The id of the campaign.")
    private String campaign = "";

    @Parameters(index = "1", paramLabel = "<trial>", description = "The number of the trial.")
    private int trial;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        String path = Paths.of("campaigns", campaign, "trials", Integer.toString(trial), "replay");
        JsonNode replay = place.client().post(path, Map.of());
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        boolean same = replay.path("same").asBoolean(false);
        terminal.line("then  " + Numbers.values(replay.path("then")));
        terminal.line("now   " + Numbers.values(replay.path("now")));
        String remark = replay.path("remark").asString("");
        terminal.line((same ? "the same, bit for bit" : "not the same") + (remark.isEmpty() ? "" : ": " + remark));
        return same ? 0 : 1;
    }
}
