package org.busbar.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Says what became of a step a run is held up by, or what a person was asked. */
@Command(
        name = "settle",
        description = "Answers what a run asks about a step; see: busbar inquiries",
        mixinStandardHelpOptions = true)
final class SettleCommand implements Callable<Integer> {

    private static final List<String> WAYS = List.of("--happened", "--repeat", "--give-up");

    @Mixin
    private Place place = new Place();

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so; the user of this machine if not given.")
    private String by = System.getProperty("user.name", "shell");

    @Parameters(index = "0", paramLabel = "<run>", description = "The id of the run.")
    private String run = "";

    @Parameters(index = "1", paramLabel = "<step>", description = "The path of the step, as in 'grid[2]/measure'.")
    private String step = "";

    @Option(
            names = "--happened",
            arity = "0..*",
            paramLabel = "NAME=VALUE",
            description = "It was done and gave this, as in --happened mass=\"1.5 g\" lid=on")
    private Map<String, String> happened = new LinkedHashMap<>();

    @Option(
            names = "--repeat",
            arity = "0..*",
            paramLabel = "NAME=VALUE",
            description = "Do it again, with these inputs in place of those it had.")
    private Map<String, String> repeat = new LinkedHashMap<>();

    @Option(names = "--give-up", paramLabel = "REASON", description = "It cannot be saved; the run fails.")
    private String giveUp = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (WAYS.stream().filter(this::said).count() != 1) {
            throw Failure.usage("Say one of " + String.join(", ", WAYS));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        if (said("--happened")) {
            body.put("happened", Given.values(happened));
        } else if (said("--repeat")) {
            body.put("repeat", repeat.isEmpty() ? true : Given.values(repeat));
        } else {
            body.put("giveUp", giveUp);
        }
        body.put("by", by);
        JsonNode answer = place.client().post(Paths.of("runs", run, "steps", step, "settle"), body);
        Terminal.of(spec.commandLine().getOut()).line("run " + run + ": " + RunsCommand.state(answer));
        return 0;
    }

    /** Also without any value. */
    private boolean said(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }
}
