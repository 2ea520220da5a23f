package org.busbar.shell;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

/** Keeps tokens for programs. */
@Command(
        name = "token",
        description = "Keeps API tokens, by which programs show who asks: your own, or as an administrator all.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TokenCommand.Listing.class, TokenCommand.New.class, TokenCommand.Revoke.class})
final class TokenCommand {

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static String end(JsonNode token) {
        String end = text(token, "expires");
        return end.isEmpty() ? "never" : end;
    }

    /** Shows them. */
    @Command(name = "list", description = "Shows tokens, without their secrets.", mixinStandardHelpOptions = true)
    static final class Listing implements Callable<Integer> {

        @Mixin
        private Place place = new Place();

        @Option(names = "--json", description = "Print them as one JSON document.")
        private boolean json;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws InterruptedException {
            Terminal terminal = Terminal.of(spec.commandLine().getOut());
            JsonNode tokens = place.client().get("/api/v1/tokens");
            if (json) {
                terminal.line(tokens.toString());
                return 0;
            }
            Table table = new Table("TOKEN", "USER", "ISSUED", "EXPIRES", "LABEL");
            tokens.forEach(token -> table.row(
                    text(token, "id"), text(token, "user"), text(token, "issued"), end(token), text(token, "label")));
            if (table.isEmpty()) {
                terminal.line("there are no tokens");
            } else {
                table.lines().forEach(terminal::line);
            }
            return 0;
        }
    }

    /** Makes one. */
    @Command(
            name = "new",
            description = {
                "Makes a token and prints its secret, which is never shown again; all else goes to standard error.",
                "As in: export BUSBAR_TOKEN=$(busbar token new \"balance\" --days 90)"
            },
            mixinStandardHelpOptions = true)
    static final class New implements Callable<Integer> {

        @Mixin
        private Place place = new Place();

        @Parameters(index = "0", paramLabel = "<label>", description = "What it is for.")
        private String label = "";

        @Option(
                names = "--user",
                paramLabel = "NAME",
                description = "Whose rights it gives, if not your own; takes an administrator.")
        private Optional<String> user = Optional.empty();

        @Option(
                names = "--days",
                paramLabel = "N",
                description = "For how many days it is valid; for ever if not given.")
        private Optional<Integer> days = Optional.empty();

        @Option(names = "--json", description = "Print the token with its secret as one JSON document.")
        private boolean json;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws InterruptedException {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("label", label);
            user.ifPresent(name -> body.put("user", name));
            days.ifPresent(count -> body.put("expires", end(count).toString()));
            JsonNode issued = place.client().post("/api/v1/tokens", body);
            PrintWriter out = spec.commandLine().getOut();
            out.println(json ? issued.toString() : text(issued, "secret"));
            out.flush();
            if (!json) {
                JsonNode token = issued.path("token");
                PrintWriter err = spec.commandLine().getErr();
                err.println(text(token, "id") + " of " + text(token, "user") + ", expires: " + TokenCommand.end(token)
                        + "; keep the secret safe, it is not shown again");
                err.flush();
            }
            return 0;
        }

        private static Instant end(int days) {
            if (days < 1) {
                throw Failure.usage("--days = " + days + " is less than 1");
            }
            return Instant.now().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /** Revokes one. */
    @Command(name = "revoke", description = "Makes a token invalid at once.", mixinStandardHelpOptions = true)
    static final class Revoke implements Callable<Integer> {

        @Mixin
        private Place place = new Place();

        @Parameters(
                index = "0",
                paramLabel = "<token>",
                description = "Its id, as in token-...; see: busbar token list")
        private String id = "";

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws InterruptedException {
            place.client().delete(Paths.of("tokens", id));
            Terminal.of(spec.commandLine().getOut()).line("revoked " + id);
            return 0;
        }
    }
}
