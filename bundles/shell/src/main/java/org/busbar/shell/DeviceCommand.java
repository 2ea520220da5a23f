package org.busbar.shell;

import java.util.ArrayList;
import java.util.List;
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

/** Shows devices, holds them for a person, and gives them back. */
@Command(
        name = "device",
        description = "Shows devices, holds them and positions for a person, and gives them back.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DeviceListCommand.class,
            DeviceResetCommand.class,
            DeviceCommand.Hold.class,
            DeviceCommand.Release.class,
            DeviceCommand.Clear.class
        })
final class DeviceCommand {

    /** Which device or position. */
    static final class Named {

        @Parameters(index = "0", paramLabel = "<device>", description = "The id of the device.")
        private String id = "";

        @Option(names = "--position", description = "The id is that of a position, not of a device.")
        private boolean position;

        String path(String verb) {
            return Paths.of(position ? "positions" : "devices", id, verb);
        }

        /** What bars it is under, in words. */
        String standing(JsonNode bars) {
            List<String> texts = new ArrayList<>();
            bars.forEach(bar -> texts.add(text(bar)));
            return id + ": " + (texts.isEmpty() ? "free" : String.join("; ", texts));
        }

        private static String text(JsonNode bar) {
            String reason = bar.path("reason").asString("");
            String until = bar.path("until").asString("");
            return bar.path("kind").asString("") + " by " + bar.path("by").asString("")
                    + (reason.isEmpty() ? "" : ", " + reason) + (until.isEmpty() ? "" : ", until " + until);
        }
    }

    /** Keeps a device for a person. */
    @Command(
            name = "hold",
            description = "Gives a device no new work; what is at work goes on.",
            mixinStandardHelpOptions = true)
    static final class Hold implements Callable<Integer> {

        @Mixin
        private Place place = new Place();

        @Mixin
        private Named named = new Named();

        @Mixin
        private Speaker speaker = new Speaker();

        @Option(
                names = "--for",
                paramLabel = "TIME",
                description = "For how long, as in \"2 h\"; until released if not given.")
        private Optional<String> time = Optional.empty();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws InterruptedException {
            Map<String, Object> body = speaker.says();
            time.ifPresent(text -> body.put("for", text));
            JsonNode bars = place.client().post(named.path("hold"), body);
            Terminal.of(spec.commandLine().getOut()).line(named.standing(bars));
            return 0;
        }
    }

    /** Ends a hold. */
    @Command(name = "release", description = "Ends a hold.", mixinStandardHelpOptions = true)
    static final class Release implements Callable<Integer> {

        @Mixin
        private Place place = new Place();

        @Mixin
        private Named named = new Named();

        @Mixin
        private Speaker speaker = new Speaker();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws InterruptedException {
            Map<String, Object> body = speaker.says();
            body.put("kind", "hold");
            JsonNode bars = place.client().post(named.path("clear"), body);
            Terminal.of(spec.commandLine().getOut()).line(named.standing(bars));
            return 0;
        }
    }

    /** Gives a device work again after a person has looked at it. */
    @Command(
            name = "clear",
            description = "Says that a stopped or unverified device was looked at and may be given work.",
            mixinStandardHelpOptions = true)
    static final class Clear implements Callable<Integer> {

        /** Why a device waits for a person. */
        enum Kind {
            STOPPED,
            UNVERIFIED;

            @Override
            public String toString() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        @Mixin
        private Place place = new Place();

        @Mixin
        private Named named = new Named();

        @Option(
                names = "--by",
                paramLabel = "NAME",
                description = "Who says so; the user of this machine if not given.")
        private String by = System.getProperty("user.name", "shell");

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why it is safe.")
        private String reason = "";

        @Option(
                names = "--kind",
                paramLabel = "KIND",
                description = "Only ${COMPLETION-CANDIDATES}; both if not given.")
        private List<Kind> kinds = List.of(Kind.values());

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws InterruptedException {
            Client client = place.client();
            JsonNode bars = Client.JSON.createArrayNode();
            for (Kind kind : kinds) {
                bars = client.post(named.path("clear"), Map.of("kind", kind.toString(), "by", by, "reason", reason));
            }
            Terminal.of(spec.commandLine().getOut()).line(named.standing(bars));
            return 0;
        }
    }
}
