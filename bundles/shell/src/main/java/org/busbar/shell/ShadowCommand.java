package org.busbar.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Asks a second optimizer without obeying it, and shows how it compares. */
@Command(
        name = "shadow",
        description = "Asks a second optimizer everything a campaign asks, without obeying it; without a second"
                + " optimizer it shows how the two compare.",
        mixinStandardHelpOptions = true)
final class ShadowCommand implements Callable<Integer> {

    private static final String NOBODY = "none";

    @Mixin
    private Place place = new Place();

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so; the user of this machine if not given.")
    private String by = System.getProperty("user.name", "shell");

    @Parameters(index = "0", paramLabel = "<campaign>", description = "The id of the campaign.")
    private String campaign = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "<optimizer>",
            description = "The one to ask too; none for nobody any more.")
    private Optional<String> optimizer = Optional.empty();

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
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        String path = Paths.of("campaigns", campaign, "shadow");
        if (optimizer.isPresent()) {
            terminal.line("campaign " + campaign + ": " + said(place.client().post(path, body(optimizer.get()))));
        } else {
            new Comparison(place.client().get(path)).lines().forEach(terminal::line);
        }
        return 0;
    }

    private Map<String, Object> body(String name) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("optimizer", name.equals(NOBODY) ? "" : name);
        body.put("settings", Given.values(settings));
        body.put("by", by);
        return body;
    }

    private static String said(JsonNode standing) {
        JsonNode shadow = standing.path("shadow");
        return shadow.path("optimizer").asString("").isEmpty()
                ? "no shadow is asked"
                : SwapCommand.optimizer(shadow) + " is asked too";
    }
}
