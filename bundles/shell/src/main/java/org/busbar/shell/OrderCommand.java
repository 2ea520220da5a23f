package org.busbar.shell;

import java.util.Locale;
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

/** Tells a run, or one of its steps, what to do. */
@Command(
        name = "order",
        description = "Tells a run, or one of its steps, what to do; it answers at once.",
        mixinStandardHelpOptions = true)
final class OrderCommand implements Callable<Integer> {

    /** What can be told; as words {@code pause-now} and so on. */
    enum Verb {
        CANCEL,
        PAUSE,
        PAUSE_NOW,
        RESUME,
        STOP,
        ABORT,
        HALT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Mixin
    private Place place = new Place();

    @Mixin
    private Speaker speaker = new Speaker();

    @Parameters(index = "0", paramLabel = "<run>", description = "The id of the run.")
    private String run = "";

    @Parameters(index = "1", paramLabel = "<verb>", description = "One of ${COMPLETION-CANDIDATES}.")
    private Verb verb = Verb.PAUSE;

    @Option(
            names = "--step",
            paramLabel = "PATH",
            description = "One step only; it can be told cancel, pause-now, resume and abort.")
    private Optional<String> step = Optional.empty();

    @Option(names = "--force", description = "Also if the run is somebody else's.")
    private boolean force;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> body = speaker.says();
        if (force) {
            body.put("force", true);
        }
        JsonNode answer = place.client().post(path(), body);
        String reason = answer.path("reason").asString("");
        Terminal.of(spec.commandLine().getOut())
                .line("run " + run + ": " + RunsCommand.state(answer) + (reason.isEmpty() ? "" : ", " + reason));
        return 0;
    }

    private String path() {
        return step.map(path -> Paths.of("runs", run, "steps", path, verb.toString()))
                .orElseGet(() -> Paths.of("runs", run, verb.toString()));
    }
}
