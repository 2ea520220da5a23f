package org.busbar.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Exchanges the optimizer of a campaign, or its settings. */
@Command(
        name = "swap",
        description = "Has another optimizer choose from the next trial on, or the same with other settings.",
        mixinStandardHelpOptions = true)
final class SwapCommand implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so; the user of this machine if not given.")
    private String by = System.getProperty("user.name", "shell");

    @Parameters(index = "0", paramLabel = "<campaign>", description = "The id of the campaign.")
    private String campaign = "";

    @Parameters(index = "1", paramLabel = "<optimizer>", description = "The one to take over; see: busbar optimizers")
    private String optimizer = "";

    @Parameters(
            index = "2..*",
            arity = "0..*",
            paramLabel = "KEY=VALUE",
            description = "A setting, as in acquisition=logei or noise=\"0.1 mS/cm\"")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("optimizer", optimizer);
        body.put("settings", Given.values(settings));
        body.put("by", by);
        JsonNode answer = place.client().post(Paths.of("campaigns", campaign, "swap"), body);
        Terminal.of(spec.commandLine().getOut()).line("campaign " + campaign + ": " + optimizer(answer) + " chooses");
        return 0;
    }

    /** The optimizer with its settings: {@code bayes (start = 8)}. */
    static String optimizer(JsonNode choosing) {
        String name = choosing.path("optimizer").asString("");
        String settings = Numbers.values(choosing.path("settings"));
        return settings.isEmpty() ? name : name + " (" + settings + ")";
    }
}
