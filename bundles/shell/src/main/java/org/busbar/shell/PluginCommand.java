package org.busbar.shell;

import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Puts plug-ins into a running lab, takes them out, and goes back to former versions. */
@Command(
        name = "plugin",
        description = "Puts plug-ins into a running lab, takes them out, and goes back to former versions.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PluginCommand.Listing.class,
            PluginCommand.Install.class,
            PluginCommand.Upgrade.class,
            PluginCommand.Rollback.class,
            PluginCommand.Remove.class,
            PluginCommand.Versions.class
        })
final class PluginCommand {

    /** Which plug-in, and how to answer. */
    static final class Named {

        @Mixin
        private Place place = new Place();

        @Parameters(index = "0", paramLabel = "<bundle>", description = "Its symbolic name, as the list shows it.")
        private String bundle = "";

        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;

        @Spec(Spec.Target.MIXEE)
        private CommandSpec spec = CommandSpec.create();

        Terminal terminal() {
            return Terminal.of(spec.commandLine().getOut());
        }

        /** Says what was answered, as JSON or in that line. */
        void say(JsonNode answer, String line) {
            terminal().line(json ? answer.toString() : line);
        }
    }

    /** Shows them. */
    @Command(name = "list", description = "Shows the plug-ins that are loaded.", mixinStandardHelpOptions = true)
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
            JsonNode plugins = place.client().get(Paths.of("plugins"));
            if (json) {
                terminal.line(plugins.toString());
                return 0;
            }
            Table table = new Table("PLUG-IN", "VERSION", "STATE", "SIGNATURE", "PERMISSIONS", "DETAIL");
            plugins.forEach(plugin -> table.row(
                    plugin.path("bundle").asString(""),
                    plugin.path("version").asString(""),
                    plugin.path("state").asString("").toLowerCase(Locale.ROOT),
                    PluginText.signature(plugin.path("signature")),
                    PluginText.words(plugin.path("permissions")),
                    plugin.path("detail").asString("")));
            table.lines().forEach(terminal::line);
            return 0;
        }
    }

    /** Puts one in. */
    @Command(
            name = "install",
            description = "Puts a plug-in to work; what was at work under its name still is if that fails.",
            mixinStandardHelpOptions = true)
    static final class Install implements Callable<Integer> {

        @Mixin
        private PluginInstallation installation = new PluginInstallation();

        @Override
        public Integer call() throws InterruptedException {
            return installation.run(false);
        }
    }

    /** Puts a newer one in. */
    @Command(
            name = "upgrade",
            description = "Puts a newer version in the place of the one at work, which is put back if that fails.",
            mixinStandardHelpOptions = true)
    static final class Upgrade implements Callable<Integer> {

        @Mixin
        private PluginInstallation installation = new PluginInstallation();

        @Override
        public Integer call() throws InterruptedException {
            return installation.run(true);
        }
    }

    /** Goes back. */
    @Command(
            name = "rollback",
            description = "Puts the version to work again that was before the one at work.",
            mixinStandardHelpOptions = true)
    static final class Rollback implements Callable<Integer> {

        @Mixin
        private Named named = new Named();

        @Override
        public Integer call() throws InterruptedException {
            try (PluginWait wait = new PluginWait(named.terminal(), "going back")) {
                JsonNode plugin = named.place
                        .client()
                        .ask(
                                Paths.of("plugins", named.bundle, "rollback"),
                                PluginInstallation.PATIENCE,
                                request -> request.header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString("{}")));
                wait.close();
                named.say(plugin, PluginText.name(plugin) + " is at work");
                return 0;
            }
        }
    }

    /** Takes one out. */
    @Command(
            name = "remove",
            description = "Takes a plug-in out; what came with Busbar under its name is at work again.",
            mixinStandardHelpOptions = true)
    static final class Remove implements Callable<Integer> {

        @Mixin
        private Named named = new Named();

        @Override
        public Integer call() throws InterruptedException {
            try (PluginWait wait = new PluginWait(named.terminal(), "taking it out")) {
                JsonNode left = named.place
                        .client()
                        .ask(
                                Paths.of("plugins", named.bundle),
                                PluginInstallation.PATIENCE,
                                HttpRequest.Builder::DELETE);
                wait.close();
                JsonNode plugin = left.path("plugin");
                named.say(
                        left,
                        "removed " + named.bundle
                                + (plugin.isObject() ? "; " + PluginText.name(plugin) + " is at work" : ""));
                return 0;
            }
        }
    }

    /** Shows what can be gone back to. */
    @Command(
            name = "versions",
            description = "Shows the versions of a plug-in that are kept, the latest first.",
            mixinStandardHelpOptions = true)
    static final class Versions implements Callable<Integer> {

        @Mixin
        private Named named = new Named();

        @Override
        public Integer call() throws InterruptedException {
            JsonNode versions = named.place.client().get(Paths.of("plugins", named.bundle, "versions"));
            Terminal terminal = named.terminal();
            if (named.json) {
                terminal.line(versions.toString());
                return 0;
            }
            Table table = new Table("VERSION", "AT WORK", "KEPT SINCE", "SHA-256");
            versions.forEach(version -> table.row(
                    version.path("version").asString(""),
                    version.path("atWork").asBoolean(false) ? "yes" : "",
                    version.path("kept").asString(""),
                    version.path("sha256").asString("")));
            table.lines().forEach(terminal::line);
            return 0;
        }
    }
}
