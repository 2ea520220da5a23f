package org.busbar.shell;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Sends the files that are named on the command line, as in {@code file=@cell.mpt}, and the trials of campaigns, as in
 * {@code table=@campaign:electrolyte-1}.
 */
final class SentFiles {

    private static final String ARTIFACTS = "/api/v1/artifacts";
    private static final String CAMPAIGN = "campaign:";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Client client;
    private final Terminal terminal;

    SentFiles(Client client, Terminal terminal) {
        this.client = client;
        this.terminal = terminal;
    }

    /** As {@link Given#values}, with each file in the form of what the server has kept of it. */
    Map<String, Object> values(Map<String, String> texts) throws InterruptedException {
        Map<String, String> plain = new LinkedHashMap<>(texts);
        plain.values().removeIf(text -> text.startsWith("@"));
        Map<String, Object> values = new LinkedHashMap<>(Given.values(plain));
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            if (entry.getValue().startsWith("@")) {
                values.put(entry.getKey(), sent(entry.getValue().substring(1)));
            }
        }
        return values;
    }

    private JsonNode sent(String name) throws InterruptedException {
        return name.startsWith(CAMPAIGN) ? table(name.substring(CAMPAIGN.length())) : sent(Path.of(name));
    }

    /** The trials of a campaign, kept as a file, so that what was analysed can be found again. */
    private JsonNode table(String campaign) throws InterruptedException {
        String csv = client.text(Paths.of("campaigns", campaign, "table"));
        return client.ask(ARTIFACTS, PATIENCE, request -> request.header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(csv)));
    }

    private JsonNode sent(Path file) throws InterruptedException {
        if (!Files.isReadable(file)) {
            throw Failure.usage("The file " + file + " cannot be read; is that its name?");
        }
        terminal.status("sending " + file + " ...");
        try {
            HttpRequest.BodyPublisher bytes = HttpRequest.BodyPublishers.ofFile(file);
            return client.ask(ARTIFACTS, PATIENCE, request -> request.header("Content-Type", type(file))
                    .POST(bytes));
        } catch (FileNotFoundException e) {
            throw new Failure("The file " + file + " cannot be read: " + e.getMessage());
        }
    }

    private static String type(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return "text/csv";
        }
        return name.endsWith(".txt") ? "text/plain" : "application/octet-stream";
    }
}
