package org.busbar.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.busbar.shell.Terminal.Colour;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Shows what jars are, asks whether they shall be put to work, and has the server do so. */
final class PluginInstallation {

    static final Duration PATIENCE = Duration.ofHours(2); // the server ends by itself what takes too long
    private static final String PLUGINS = Paths.of("plugins");

    @Mixin
    private Place place = new Place();

    @Parameters(
            index = "0",
            paramLabel = "<source>",
            description = "A jar; a folder of jars; a Maven project that was built; or group:artifact:version.")
    private String source = "";

    @Option(
            names = "--yes",
            description = "Agree to permissions that are new, and to a jar that nobody the lab trusts has signed.")
    private boolean yes;

    @Option(names = "--json", description = "Print what is at work then as one JSON document.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** A jar, and what the server says of it. */
    private record Looked(Path jar, JsonNode preview) {

        String refusal() {
            return preview.path("refusal").asString("");
        }
    }

    /**
     * Does it; what cannot be used before another jar of the same folder is tried after that one.
     *
     * @param upgrade whether a version has to be at work already
     * @throws Failure if a jar was refused, or nobody agreed; the message says why
     */
    int run(boolean upgrade) throws InterruptedException {
        Client client = place.client();
        Terminal terminal = Terminal.of(
                json ? spec.commandLine().getErr() : spec.commandLine().getOut());
        List<Path> left = new ArrayList<>(PluginSource.ofUser().jars(source));
        ArrayNode done = Client.JSON.createArrayNode();
        while (!left.isEmpty()) {
            List<Looked> refused = new ArrayList<>();
            for (Path jar : left) {
                Looked looked = look(client, jar, upgrade);
                if (looked.refusal().isEmpty()) {
                    done.add(put(client, terminal, looked));
                } else {
                    refused.add(looked);
                }
            }
            requireProgress(refused, left.size());
            left = new ArrayList<>(refused.stream().map(Looked::jar).toList());
        }
        print(done);
        return 0;
    }

    private static void requireProgress(List<Looked> refused, int before) {
        if (!refused.isEmpty() && refused.size() == before) {
            throw new Failure(String.join(
                    "\n",
                    refused.stream()
                            .map(one -> PluginText.name(one.preview()) + " is not used: " + one.refusal())
                            .toList()));
        }
    }

    private static Looked look(Client client, Path jar, boolean upgrade) throws InterruptedException {
        JsonNode preview = client.ask(PLUGINS + "?preview=true", PATIENCE, request -> sending(jar, request))
                .path("preview");
        if (upgrade && preview.path("before").asString("").isEmpty()) {
            throw new Failure("There is no " + preview.path("bundle").asString("")
                    + " to be upgraded; put it in with: busbar plugin install " + jar);
        }
        return new Looked(jar, preview);
    }

    private static HttpRequest.Builder sending(Path jar, HttpRequest.Builder request) {
        try {
            return request.header("Content-Type", "application/java-archive")
                    .POST(HttpRequest.BodyPublishers.ofFile(jar));
        } catch (IOException e) {
            throw new Failure("The file " + jar + " cannot be read: " + e.getMessage());
        }
    }

    private JsonNode put(Client client, Terminal terminal, Looked looked) throws InterruptedException {
        PluginText.lines(looked.preview()).forEach(terminal::line);
        if (PluginText.isDelicate(looked.preview()) && !yes) {
            requireConsent(terminal);
        }
        String devices = PluginText.words(looked.preview().path("devices"));
        String waiting = devices.isEmpty() ? "putting it to work" : "putting it to work once these rest: " + devices;
        try (PluginWait wait = new PluginWait(terminal, waiting)) {
            JsonNode plugin = client.ask(PLUGINS, PATIENCE, request -> sending(looked.jar(), request))
                    .path("plugin");
            wait.close();
            terminal.line(Colour.GREEN, PluginText.name(plugin) + " is at work");
            return plugin;
        }
    }

    private static void requireConsent(Terminal terminal) {
        if (!terminal.isInteractive()) {
            throw Failure.usage("It was not put to work: it wants permissions that are new, or nobody this lab trusts"
                    + " has signed it. If you agree, say --yes");
        }
        terminal.line("Put it to work? [y/N]");
        if (!answer().toLowerCase(Locale.ROOT).startsWith("y")) {
            throw new Failure("It was not put to work");
        }
    }

    private static String answer() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(ArrayNode done) {
        if (json) {
            spec.commandLine().getOut().println(done);
            spec.commandLine().getOut().flush();
        }
    }
}
