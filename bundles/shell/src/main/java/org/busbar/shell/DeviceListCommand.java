package org.busbar.shell;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Lists the devices with what they do. */
@Command(
        name = "list",
        description = "Lists the devices: what they do, what is wrong with them, and which driver they have.",
        mixinStandardHelpOptions = true)
final class DeviceListCommand implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        Table table = new Table("ID", "STATE", "CODE", "DRIVER", "DETAIL");
        place.client()
                .get("/api/v1/devices")
                .forEach(device -> table.row(
                        device.path("id").asString(""),
                        device.path("state").asString(""),
                        device.path("code").asString("-"),
                        driver(device.path("agent")),
                        device.path("detail").asString("")));
        if (table.isEmpty()) {
            terminal.line("there are no devices: put a file into the folder devices of the lab");
        } else {
            table.lines().forEach(terminal::line);
        }
        return 0;
    }

    private static String driver(JsonNode agent) {
        String bundle = agent.path("bundle").asString("");
        return bundle.isEmpty() ? "-" : bundle + " " + agent.path("version").asString("");
    }
}
