package org.busbar.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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

/** Keeps the users of a lab. */
@Command(
        name = "user",
        description = "Keeps the users of a lab; takes an administrator.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UserCommand.Listing.class,
            UserCommand.Add.class,
            UserCommand.Change.class,
            UserCommand.Remove.class,
            ResetPasswordCommand.class
        })
final class UserCommand {

    /** Which user. */
    static final class Named {

        @Parameters(index = "0", paramLabel = "<user>", description = "The user's name.")
        private String name = "";

        String path() {
            return Paths.of("users", name);
        }
    }

    /** {@code user tina: tenant as water, air; not active}. */
    private static String described(JsonNode user) {
        String tenants = words(user.path("tenants"));
        return "user " + user.path("name").asString("") + ": " + roles(user)
                + (tenants.isEmpty() ? "" : " as " + tenants)
                + (user.path("active").asBoolean(true) ? "" : "; not active");
    }

    private static String roles(JsonNode user) {
        String roles = words(user.path("roles")).toLowerCase(Locale.ROOT);
        return roles.isEmpty() ? "no role" : roles;
    }

    private static String words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asString("")));
        return String.join(", ", words);
    }

    /** Shows them. */
    @Command(name = "list", description = "Shows all users.", mixinStandardHelpOptions = true)
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
            JsonNode users = place.client().get("/api/v1/users");
            if (json) {
                terminal.line(users.toString());
                return 0;
            }
            Table table = new Table("USER", "ROLES", "TENANTS", "ACTIVE", "SINCE");
            users.forEach(user -> table.row(
                    user.path("name").asString(""),
                    roles(user),
                    words(user.path("tenants")),
                    user.path("active").asBoolean(true) ? "yes" : "no",
                    user.path("since").asString("")));
            table.lines().forEach(terminal::line);
            return 0;
        }
    }

    /** Makes one. */
    @Command(name = "add", description = "Makes a user and asks for its password.", mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {

        @Mixin
        private Place place = new Place();

        @Mixin
        private Named named = new Named();

        @Option(
                names = "--role",
                required = true,
                split = ",",
                paramLabel = "ROLE",
                description = "What it may do: ${COMPLETION-CANDIDATES}; several with commas between them.")
        private List<UserRole> roles = List.of();

        @Option(names = "--tenant", paramLabel = "ID", description = "A tenant that it may act as; may be repeated.")
        private List<String> tenants = List.of();

        @Mixin
        private PasswordInput password = new PasswordInput();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws InterruptedException {
            Client client = place.client();
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("roles", roles.stream().map(Enum::name).toList());
            body.put("tenants", tenants);
            body.put("password", password.chosen("Password of '" + named.name + "': "));
            JsonNode user = client.put(named.path(), body, "If-None-Match");
            Terminal.of(spec.commandLine().getOut()).line(described(user));
            return 0;
        }
    }

    /** Changes one. */
    @Command(
            name = "change",
            description = "Changes a user; what is not said stays as it is. It holds at once, for its tokens, too.",
            mixinStandardHelpOptions = true)
    static final class Change implements Callable<Integer> {

        @Mixin
        private Place place = new Place();

        @Mixin
        private Named named = new Named();

        @Option(
                names = "--role",
                split = ",",
                paramLabel = "ROLE",
                description = "All that it may do from now on: ${COMPLETION-CANDIDATES}, with commas between them.")
        private List<UserRole> roles = List.of();

        @Option(
                names = "--tenant",
                paramLabel = "ID",
                description = "The tenants that it may act as from now on; may be repeated.")
        private List<String> tenants = List.of();

        @Option(names = "--no-tenants", description = "It may act as no tenant any more.")
        private boolean noTenants;

        @Option(
                names = "--active",
                arity = "1",
                paramLabel = "true|false",
                description = "Whether it may log in and its tokens are valid.")
        private Optional<Boolean> active = Optional.empty();

        @Option(names = "--password", description = "Ask for a new password, which ends its logins.")
        private boolean asks;

        @Mixin
        private PasswordInput password = new PasswordInput();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws InterruptedException {
            Client client = place.client();
            Map<String, Object> body = new LinkedHashMap<>();
            if (!roles.isEmpty()) {
                body.put("roles", roles.stream().map(Enum::name).toList());
            }
            if (!tenants.isEmpty() || noTenants) {
                body.put("tenants", noTenants ? List.of() : tenants);
            }
            active.ifPresent(may -> body.put("active", may));
            if (asks || password.isFromScript()) {
                body.put("password", password.chosen("New password of '" + named.name + "': "));
            }
            if (body.isEmpty()) {
                throw Failure.usage("Say what is to change: --role, --tenant, --no-tenants, --active or --password");
            }
            JsonNode user = client.put(named.path(), body, "If-Match");
            Terminal.of(spec.commandLine().getOut()).line(described(user));
            return 0;
        }
    }

    /** Removes one. */
    @Command(
            name = "remove",
            description = "Removes a user with its logins and tokens, at once.",
            mixinStandardHelpOptions = true)
    static final class Remove implements Callable<Integer> {

        @Mixin
        private Place place = new Place();

        @Mixin
        private Named named = new Named();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws InterruptedException {
            place.client().delete(named.path());
            Terminal.of(spec.commandLine().getOut()).line("removed user " + named.name);
            return 0;
        }
    }
}
