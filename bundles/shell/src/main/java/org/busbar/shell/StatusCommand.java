package org.busbar.shell;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Says how a server is: health, devices, campaigns and faults. */
@Command(name = "status", description = "Shows devices, campaigns and faults.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private Target target = new Target();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Client client = target.client();
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        JsonNode health = client.get("/health");
        terminal.line(health.path("lab").asString("") + " at " + client.url() + ": "
                + (health.path("ready").asBoolean(false) ? "ready" : "not ready, missing " + health.path("missing")));
        client.get("/api/v1/devices").forEach(device -> terminal.line(device(device)));
        client.get("/api/v1/campaigns").forEach(campaign -> terminal.line(campaign(campaign)));
        client.get("/api/v1/faults").forEach(fault -> terminal.line(Terminal.Colour.RED, fault(fault)));
        return 0;
    }

    private static String device(JsonNode device) {
        return "device %s: %s %s"
                .formatted(text(device, "id"), text(device, "state"), text(device, "detail"))
                .strip();
    }

    private static String campaign(JsonNode campaign) {
        return "campaign %s (%s): %s, %d/%d trials, optimizer %s %s"
                .formatted(
                        text(campaign, "id"),
                        text(campaign, "name"),
                        text(campaign, "state"),
                        campaign.path("ended").asInt(0),
                        campaign.path("trials").asInt(0),
                        text(campaign, "optimizer"),
                        text(campaign, "detail"))
                .strip();
    }

    static String fault(JsonNode fault) {
        return "fault in " + text(fault, "file") + ": " + text(fault, "reason");
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
