package org.busbar.distribution.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** What 200 idle devices on links cost a server in memory and threads. */
final class ManyDevices implements Part {

    private static final int DEVICES = 200;
    private static final int SECONDS = 20;
    private static final String TYPE = "org.busbar.drivers.newerapump.SyringePump";

    @Override
    public List<Row> measure(Workplace place) throws Exception {
        Footprint none = server(place, 0).footprint();
        Server many = server(place, DEVICES);
        String how = DEVICES + " simulated syringe pumps, each on a link of its own, idle for " + SECONDS + " s";
        return List.of(
                Row.of(
                        "200 devices, resident memory",
                        Target.atMost(400, "MB"),
                        Measurements.of(many.resident()),
                        "MB",
                        how),
                Row.of(
                        "200 devices, threads for each",
                        Target.atMost(0.5, ""),
                        Measurements.of((many.footprint().threads() - none.threads()) / (double) DEVICES),
                        "",
                        many.footprint().threads() + " threads, " + none.threads() + " without devices"),
                Row.of(
                        "200 devices, all ready",
                        Target.NONE,
                        Measurements.of(many.ready()),
                        "s",
                        "from the readiness of the server to the self-test of the last"));
    }

    private record Server(double resident, Footprint footprint, double ready) {}

    private static Server server(Workplace place, int devices) throws IOException, InterruptedException {
        Path lab = place.fresh("many-" + devices);
        Path file = Files.createDirectories(lab.resolve("devices")).resolve("pumps.json");
        Files.writeString(file, settings(devices));
        try (LabServer server = LabServer.start(place.home(), lab, Map.of())) {
            double ready = awaitReady(server, devices);
            Bench.say(devices + " devices are ready after " + ready + " s");
            Thread.sleep(SECONDS * 1000L);
            double resident = server.resident();
            return new Server(resident, Footprint.of(server.pid()), ready);
        }
    }

    private static String settings(int devices) {
        return IntStream.range(0, devices)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "\"%s~p%d\": {\"lab.id\": \"pump-%d\", \"link\": \"sim:new-era-pump/%d\", \"syringe.diameter\": 14.5, \"syringe.volume\": 10}",
                        TYPE,
                        i,
                        i,
                        i))
                .collect(Collectors.joining(",\n", "{", "}"));
    }

    private static double awaitReady(LabServer server, int devices) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < 120e9) {
            int idle = 0;
            for (JsonNode device : server.client().get("/api/v1/devices")) {
                idle += device.path("state").asString("").equals("IDLE") ? 1 : 0;
            }
            if (idle == devices) {
                return (System.nanoTime() - begun) / 1e9;
            }
            Thread.sleep(50);
        }
        throw new IOException("Not all of " + devices + " devices were ready after 120 s: "
                + server.client().get("/api/v1/faults"));
    }
}
