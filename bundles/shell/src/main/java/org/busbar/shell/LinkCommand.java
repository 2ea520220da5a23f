package org.busbar.shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Looks at lines to instruments, and has them act out failures. */
@Command(
        name = "link",
        description = "Looks at lines to instruments, and has them act out failures.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            LinkCommand.Lines.class,
            LinkCommand.Trace.class,
            LinkCommand.Fault.class,
            LinkCommand.Mend.class,
            LinkCommand.Reconnect.class
        })
final class LinkCommand {

    private static final String LINKS = "/api/v1/links";

    /** Which line. */
    static final class Line {

        @Mixin
        private Place place = new Place();

        @Parameters(index = "0", paramLabel = "<link>", description = "Its URI, as busbar link list shows it.")
        private String uri = "";

        @Spec(Spec.Target.MIXEE)
        private CommandSpec spec = CommandSpec.create();

        Map<String, Object> body() {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("link", uri);
            return body;
        }

        Terminal terminal() {
            return Terminal.of(spec.commandLine().getOut());
        }

        /** Gives an order and says how the line fares after it. */
        int order(String verb, Map<String, Object> body) throws InterruptedException {
            JsonNode link = place.client().post(LINKS + "/" + verb, body);
            terminal().line(uri + ": " + standing(link));
            return 0;
        }
    }

    private static String standing(JsonNode link) {
        StringJoiner text = new StringJoiner("; ");
        String reason = link.path("reason").asString("");
        text.add(link.path("state").asString("") + (reason.isEmpty() ? "" : ", " + reason));
        link.path("faults").forEach(fault -> text.add("acts out " + fault(fault)));
        String traced = link.path("tracedUntil").asString("");
        if (!traced.isEmpty()) {
            text.add("traced until " + traced);
        }
        return text.toString();
    }

    private static String fault(JsonNode fault) {
        int count = fault.path("count").asInt(0);
        double probability = fault.path("probability").asDouble(1);
        return fault.path("kind").asString("").toLowerCase(Locale.ROOT)
                + (count == Integer.MAX_VALUE ? "" : ", " + count + " more")
                + (probability < 1 ? ", with probability " + Numbers.number(probability) : "");
    }

    /** Lists them. */
    @Command(name = "list", description = "Lists the lines and how they fare.", mixinStandardHelpOptions = true)
    static final class Lines implements Callable<Integer> {

        @Mixin
        private Place place = new Place();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws InterruptedException {
            Table table = new Table("LINK", "EXCHANGES", "FAILED", "CONNECTED", "STATE");
            place.client()
                    .get(LINKS)
                    .forEach(link -> table.row(
                            link.path("uri").asString(""),
                            link.path("exchanges").asString("0"),
                            link.path("failures").asString("0"),
                            link.path("connections").asString("0") + " times",
                            standing(link)));
            Terminal terminal = Terminal.of(spec.commandLine().getOut());
            if (table.isEmpty()) {
                terminal.line("no driver has a link");
            } else {
                table.lines().forEach(terminal::line);
            }
            return 0;
        }
    }

    /** Shows bytes. */
    @Command(
            name = "trace",
            description = "Shows what went over a line while it was traced; with --for, begins to trace it.",
            mixinStandardHelpOptions = true)
    static final class Trace implements Callable<Integer> {

        @Mixin
        private Line line = new Line();

        @Option(names = "--for", paramLabel = "TIME", description = "For how long, as in \"5 min\"; off ends it.")
        private Optional<String> time = Optional.empty();

        @Override
        public Integer call() throws InterruptedException {
            if (time.isPresent()) {
                Map<String, Object> body = line.body();
                body.put("for", time.get());
                return line.order("trace", body);
            }
            String query = "/trace?link=" + URLEncoder.encode(line.uri, StandardCharsets.UTF_8);
            line.place.client().get(LINKS + query).forEach(entry -> line.terminal()
                    .line(text(entry)));
            return 0;
        }

        private static String text(JsonNode entry) {
            String arrow =
                    switch (entry.path("way").asString("")) {
                        case "SENT" -> "-> ";
                        case "RECEIVED" -> "<- ";
                        default -> "   ";
                    };
            return entry.path("time").asString("") + " " + arrow
                    + Printable.of(entry.path("text").asString(""));
        }
    }

    /** Acts out a failure. */
    @Command(
            name = "fault",
            description = "Has a line act out a failure: fail, hang, slow, drop_before, drop_during, garbage or"
                    + " wrong_device.",
            mixinStandardHelpOptions = true)
    static final class Fault implements Callable<Integer> {

        @Mixin
        private Line line = new Line();

        @Parameters(index = "1", paramLabel = "<kind>", description = "What it acts out.")
        private String kind = "";

        @Option(names = "--count", paramLabel = "N", description = "How often; for ever if not given.")
        private Optional<Integer> count = Optional.empty();

        @Option(names = "--probability", paramLabel = "P", description = "That an exchange is hit; 1 if not given.")
        private Optional<Double> probability = Optional.empty();

        @Option(names = "--seed", paramLabel = "N", description = "Of the choice of which are hit; 0 if not given.")
        private Optional<Long> seed = Optional.empty();

        @Option(names = "--factor", paramLabel = "K", description = "How much slower; 10 if not given.")
        private Optional<Double> factor = Optional.empty();

        @Option(names = "--force", description = "Also on a line to a real instrument.")
        private boolean force;

        @Override
        public Integer call() throws InterruptedException {
            Map<String, Object> body = line.body();
            body.put("kind", kind);
            count.ifPresent(value -> body.put("count", value));
            probability.ifPresent(value -> body.put("probability", value));
            seed.ifPresent(value -> body.put("seed", value));
            factor.ifPresent(value -> body.put("factor", value));
            if (force) {
                body.put("force", true);
            }
            return line.order("fault", body);
        }
    }

    /** Ends all failures. */
    @Command(name = "mend", description = "Ends every failure that a line acts out.", mixinStandardHelpOptions = true)
    static final class Mend implements Callable<Integer> {

        @Mixin
        private Line line = new Line();

        @Override
        public Integer call() throws InterruptedException {
            return line.order("mend", line.body());
        }
    }

    /** Tries again. */
    @Command(name = "reconnect", description = "Tries a lost line again now.", mixinStandardHelpOptions = true)
    static final class Reconnect implements Callable<Integer> {

        @Mixin
        private Line line = new Line();

        @Override
        public Integer call() throws InterruptedException {
            return line.order("reconnect", line.body());
        }
    }
}
