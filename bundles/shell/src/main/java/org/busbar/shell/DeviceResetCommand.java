package org.busbar.shell;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Has a device asked again whether it is ready. */
@Command(
        name = "reset",
        description =
                "Asks a device again whether it is ready, as after its fault was mended. A device that was stopped"
                        + " or left unverified is cleared instead: see clear.",
        mixinStandardHelpOptions = true)
final class DeviceResetCommand implements Callable<Integer> {

    private static final long LOOKS = 50;
    private static final long BETWEEN = 100;

    @Mixin
    private Place place = new Place();

    @Parameters(index = "0", paramLabel = "<device>", description = "The id of the device.")
    private String id = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Client client = place.client();
        JsonNode device = client.post(Paths.of("devices", id, "reset"), Map.of());
        for (long i = 0; i < LOOKS && isOpen(device); i++) {
            Thread.sleep(BETWEEN);
            device = client.get(Paths.of("devices", id));
        }
        String detail = device.path("detail").asString("");
        Terminal.of(spec.commandLine().getOut())
                .line(id + ": " + device.path("state").asString("") + (detail.isEmpty() ? "" : ", " + detail));
        return device.path("code").asString("").isEmpty() ? 0 : 1;
    }

    private static boolean isOpen(JsonNode device) {
        return device.path("state").asString("").equals("INITIALIZING");
    }
}
