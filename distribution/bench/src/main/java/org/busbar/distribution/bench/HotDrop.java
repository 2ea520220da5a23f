package org.busbar.distribution.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.busbar.json.Json;
import tools.jackson.databind.JsonNode;

/** How soon a driver that is dropped beside a running campaign does its first action. */
final class HotDrop implements Part {

    private static final int DROPS = 50;
    private static final int ENOUGH_TRIALS = 5000;

    /** Milliseconds from the beginning of the copy. */
    private record Drop(double appeared, double idle, double acted) {}

    @Override
    public List<Row> measure(Workplace place) throws Exception {
        List<Path> jars = DriverJars.build(place, DROPS);
        Path lab = place.lab("drop");
        try (LabServer server = LabServer.start(place.home(), lab, Map.of())) {
            Client client = server.client();
            Heard appearances = Heard.follow(client, "Appeared", "plugin");
            String campaign = begin(client);
            awaitTrial(client, campaign);
            List<Drop> drops = new ArrayList<>();
            Random phase = new Random(42);
            for (int index = 0; index < DROPS; index++) {
                Files.writeString(lab.resolve("devices/balance-" + index + ".json"), device(index));
                Thread.sleep(500 + phase.nextInt(200)); // the file is known, and no drop in step with the watching
                drops.add(drop(client, appearances, jars.get(index), lab, index));
                Bench.say("drop " + index + ": " + drops.get(index));
            }
            return rows(drops, end(client, campaign), new LogBalance(lab.resolve("data/world")));
        }
    }

    private static String begin(Client client) throws IOException, InterruptedException {
        Map<String, Object> wanted = Map.of("plan", "electrolyte", "trials", ENOUGH_TRIALS);
        return client.post("/api/v1/campaigns", wanted).get("id").stringValue();
    }

    private static void awaitTrial(Client client, String campaign) throws IOException, InterruptedException {
        while (client.get("/api/v1/campaigns/" + campaign).get("trials").size() < 3) {
            Thread.sleep(50);
        }
    }

    private static String device(int index) {
        String settings = Json.write(Map.of("lab.id", id(index), "capacity.g", 100.0));
        return "{\"" + DriverJars.name(index) + ".Balance~" + id(index) + "\": " + settings + "}";
    }

    private static String id(int index) {
        return "balance-" + index;
    }

    private static Drop drop(Client client, Heard appearances, Path jar, Path lab, int index)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Files.copy(jar, lab.resolve("plugins").resolve(jar.getFileName()));
        long appeared = appearances.await(id(index));
        while (!isIdle(client, id(index))) {
            Thread.sleep(5);
        }
        long idle = System.nanoTime();
        JsonNode run = client.post(
                "/api/v1/devices/" + id(index) + "/actions/weigh?wait=20",
                Map.of("load", Map.of("value", 5, "unit", "g")));
        long acted = System.nanoTime();
        if (!run.get("state").stringValue().equals("COMPLETED")) {
            throw new IOException("The first action of " + id(index) + " ended as " + run);
        }
        return new Drop((appeared - begun) / 1e6, (idle - begun) / 1e6, (acted - begun) / 1e6);
    }

    private static boolean isIdle(Client client, String id) throws IOException, InterruptedException {
        for (JsonNode station : client.get("/api/v1/devices")) {
            if (station.get("id").stringValue().equals(id)) {
                return station.get("state").stringValue().equals("IDLE");
            }
        }
        return false;
    }

    /** Has the campaign end in good order; its trials as they are then. */
    private static JsonNode end(Client client, String campaign) throws IOException, InterruptedException {
        JsonNode standing = client.get("/api/v1/campaigns/" + campaign);
        if (!standing.get("state").stringValue().equals("RUNNING")) {
            throw new IOException("The campaign was " + standing.get("state") + " before the last drop");
        }
        client.post("/api/v1/campaigns/" + campaign + "/stop", Map.of("by", "bench"));
        while (!standing.get("state").stringValue().equals("STOPPED")) {
            Thread.sleep(100);
            standing = client.get("/api/v1/campaigns/" + campaign);
        }
        return standing.get("trials");
    }

    private static List<Row> rows(List<Drop> drops, JsonNode trials, LogBalance log) throws IOException {
        long done = trials.valueStream()
                .filter(trial -> trial.get("state").stringValue().equals("DONE"))
                .count();
        String beside = "jar copied into plugins/ beside a running campaign, device file known before";
        return List.of(
                Row.of(
                        "hot drop to first action",
                        Target.atMost(500, "ms"),
                        all(drops.stream().map(Drop::acted)),
                        "ms",
                        beside
                                + "; appeared in the event stream, answered as IDLE, then performed an action over HTTP"),
                Row.of(
                        "- of it until answered as IDLE",
                        Target.NONE,
                        all(drops.stream().map(Drop::idle)),
                        "ms",
                        "the same drops"),
                Row.of(
                        "- of it until Appeared in the event stream",
                        Target.NONE,
                        all(drops.stream().map(Drop::appeared)),
                        "ms",
                        "the same drops"),
                Row.of(
                        "trials lost meanwhile",
                        Target.atMost(0, "trials"),
                        Measurements.of(trials.size() - done),
                        "trials",
                        "of " + trials.size() + " suggested during the drops"),
                Row.of(
                        "hardware actions begun and not ended",
                        Target.atMost(0, "actions"),
                        Measurements.of(log.begun() - log.ended()),
                        "actions",
                        "by the devices' own logs, of " + log.begun() + " begun"));
    }

    private static Measurements all(Stream<Double> values) {
        return new Measurements(values.toList());
    }
}
