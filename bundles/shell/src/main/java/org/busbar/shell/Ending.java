package org.busbar.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.busbar.shell.Terminal.Colour;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What follows a campaign that has ended: the comparison with random search, the summary and the report. */
final class Ending {

    private static final int POLL_MILLISECONDS = 500;
    private static final int CONFLICT = 409;

    private final Client client;
    private final Terminal terminal;
    private final LabFolder lab;
    private final String id;
    private final String path;

    Ending(Client client, Terminal terminal, LabFolder lab, String id) {
        this.client = client;
        this.terminal = terminal;
        this.lab = lab;
        this.id = id;
        this.path = "/api/v1/campaigns/" + id;
    }

    /** Has the comparison made, if the plan wants one, and waits for it. */
    JsonNode study() throws InterruptedException {
        Client.Reply begun = client.tryPost(path + "/study", Map.of());
        JsonNode study = begun.body();
        if (begun.status() == CONFLICT) {
            return Client.JSON.createObjectNode(); // the plan compares nothing
        }
        if (begun.status() >= 400) {
            throw new Failure(
                    "The comparison cannot be made: " + study.path("detail").asString(""));
        }
        while (study.path("state").asString("").equals("RUNNING")) {
            terminal.status("comparing with random search, "
                    + study.path("done").asInt(0) + "/" + study.path("of").asInt(0) + " repetitions");
            Thread.sleep(POLL_MILLISECONDS);
            study = client.get(path + "/study");
        }
        terminal.clear();
        return study;
    }

    /** Shows the summary and saves the report; gives all of it as one document. */
    JsonNode report(JsonNode study) throws IOException, InterruptedException {
        if (study.path("state").asString("").equals("FAILED")) {
            terminal.line(
                    Colour.RED, "the comparison failed: " + study.path("reason").asString(""));
        }
        JsonNode summary = client.get(path + "/summary");
        summary.forEach(line -> terminal.line(line.asString("")));
        Path file = save();
        terminal.line(Colour.GREEN, "report: " + file);
        ObjectNode outcome = Client.JSON.createObjectNode();
        outcome.set("campaign", client.get(path));
        outcome.set("study", study);
        outcome.set("summary", summary);
        return outcome.put("report", file.toString());
    }

    private Path save() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(lab.data().resolve("reports"));
        return Files.writeString(folder.resolve(id + ".html"), client.text(path + "/report"));
    }
}
