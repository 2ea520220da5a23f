package org.busbar.shell;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.busbar.shell.Terminal.Colour;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Checks, forecasts and runs sequences of a lab. */
@Command(
        name = "sequence",
        description = "Checks, forecasts and runs sequences of a lab.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {SequenceCommand.Check.class, SequenceCommand.DryRun.class, SequenceCommand.Begin.class})
final class SequenceCommand {

    /** Tells everything that is wrong with a sequence and its inputs; exits with 1 if anything is. */
    @Command(name = "check", description = "Tells everything that is wrong.", mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {

        @Mixin
        private Place place = new Place();

        @Mixin
        private SequenceInputs sequence = new SequenceInputs();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws InterruptedException {
            Terminal terminal = Terminal.of(spec.commandLine().getOut());
            JsonNode findings =
                    place.client().post("/api/v1/runs/check", sequence.wanted()).path("findings");
            findings.forEach(finding -> terminal.line(Colour.RED, text(finding)));
            if (findings.isEmpty()) {
                terminal.line(Colour.GREEN, sequence.name() + " can be run");
            }
            return findings.isEmpty() ? 0 : 1;
        }

        private static String text(JsonNode finding) {
            String step = finding.path("step").asString("");
            String field = finding.path("field").asString("");
            String where =
                    (step.isEmpty() ? "" : "step " + step) + (step.isEmpty() || field.isEmpty() ? "" : ", ") + field;
            return (where.isEmpty() ? "" : where + ": ")
                    + finding.path("message").asString("");
        }
    }

    /** Forecasts runs on a virtual clock. */
    @Command(
            name = "dry-run",
            description = "Says how long runs would take and what they would use, without touching anything.",
            mixinStandardHelpOptions = true)
    static final class DryRun implements Callable<Integer> {

        private static final int WIDTH = 100;

        @Mixin
        private Place place = new Place();

        @Mixin
        private SequenceInputs sequence = new SequenceInputs();

        @Option(names = "--times", paramLabel = "N", description = "How many runs; 1 if not given.")
        private int times = 1;

        @Option(names = "--parallel", paramLabel = "N", description = "How many at once; 1 if not given.")
        private int parallel = 1;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws InterruptedException {
            Map<String, Object> body = sequence.wanted();
            body.put("times", times);
            body.put("parallel", parallel);
            JsonNode forecast = place.client().post("/api/v1/runs/dry-run", body);
            Terminal terminal = Terminal.of(spec.commandLine().getOut());
            new ForecastText(forecast).lines(WIDTH).forEach(terminal::line);
            return 0;
        }
    }

    /** Begins a run; with {@code --watch}, exits with 0 only if it is completed. */
    @Command(name = "run", description = "Begins a run of a sequence.", mixinStandardHelpOptions = true)
    static final class Begin implements Callable<Integer> {

        @Mixin
        private Place place = new Place();

        @Mixin
        private SequenceInputs sequence = new SequenceInputs();

        @Option(
                names = "--by",
                paramLabel = "NAME",
                description = "Who wants it; the user of this machine if not given.")
        private String by = System.getProperty("user.name", "shell");

        @Option(names = "--priority", paramLabel = "N", description = "The higher number is served first; usually 0.")
        private Optional<Integer> priority = Optional.empty();

        @Option(names = "--watch", description = "Show how it goes until it has ended.")
        private boolean watch;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws InterruptedException {
            Client client = place.client();
            Terminal terminal = Terminal.of(spec.commandLine().getOut());
            Map<String, Object> body = sequence.wanted();
            body.put("askedBy", by);
            priority.ifPresent(number -> body.put("priority", number));
            long before = client.get("/health").path("journal").asLong(0);
            String id = client.post("/api/v1/runs", body).path("id").asString("");
            terminal.line(Colour.BOLD, "run " + id);
            return !watch || new RunWatch(client, terminal, id).follow(before) ? 0 : 1;
        }
    }
}
