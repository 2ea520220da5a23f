package org.busbar.distribution.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Receipt;
import org.busbar.journal.SqliteJournal;
import org.busbar.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * What the broker does over HTTP, with the security on: clients in another process, everything on disk before it is
 * acknowledged.
 */
final class Broking implements Part {

    private static final int CLIENTS = 50;
    private static final int MESSAGES = 20_000;
    private static final int ROUNDS = 5;
    private static final int RACERS = 100;
    private static final int CONTESTED = 10_000;
    private static final int SUBSCRIBERS = 200;
    private static final int HEARD = 200;
    private static final int PAST = 1_000_000;
    private static final String OFFER =
            "{\"contact\": \"bench\", \"lease\": 0, \"offers\": [{\"quantity\": \"bench_conductivity\","
                    + " \"method\": \"two_electrode\", \"inputs\": [{\"name\": \"temperature\", \"unit\": \"K\", \"min\": 250,"
                    + " \"max\": 330}, {\"name\": \"salt\", \"unit\": \"mol/kg\", \"min\": 0, \"max\": 3}],"
                    + " \"outputs\": [{\"name\": \"conductivity\", \"unit\": \"mS/cm\"}]}]}";
    private static final String FINALES =
            "FINALES2 as shipped, on a shared machine with 2 cores: 47 requests/s, p99 5.7 s, with 500s";

    @Override
    public List<Row> measure(Workplace place) throws Exception {
        Path lab = place.lab("broker");
        List<Row> rows = new ArrayList<>();
        try (LabServer server = LabServer.start(place.home(), lab, Map.of())) {
            rows.add(Row.of(
                    "resident memory of an idle server",
                    Target.atMost(200, "MB"),
                    idle(server),
                    "MB",
                    "10 s after the start, nothing asked"));
            register(server, "bench");
            rows.addAll(rates(server, CLIENTS, 5000, 50));
            rows.addAll(single(server));
            rows.add(race(server));
            rows.add(events(server));
        }
        rows.addAll(past(place));
        return rows;
    }

    private static Measurements idle(LabServer server) throws IOException, InterruptedException {
        Thread.sleep(10_000);
        return Measurements.of(server.resident());
    }

    private static void register(LabServer server, String tenant) throws IOException, InterruptedException {
        server.client().put("/api/v1/tenants/" + tenant, Json.mapper().readTree(OFFER));
    }

    private static List<Row> rates(LabServer server, int clients, double wanted, double slowest) throws Exception {
        List<JsonNode> requests = new ArrayList<>();
        List<JsonNode> results = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            String prefix = "rate" + clients + "-" + round + "-";
            JsonNode asked = load(server, "requests", clients, MESSAGES, prefix);
            JsonNode answered = load(server, "results", clients, MESSAGES, prefix);
            Bench.say("round " + round + ": requests " + asked + ", results " + answered);
            if (round > 0) {
                requests.add(asked);
                results.add(answered);
            }
        }
        List<Row> rows = new ArrayList<>();
        rows.addAll(rows("requests", requests, clients, wanted, slowest));
        rows.addAll(rows("results", results, clients, wanted, slowest));
        return rows;
    }

    private static List<Row> rows(String what, List<JsonNode> rounds, int clients, double wanted, double slowest) {
        String how = clients + " clients in one process, each on one connection, " + MESSAGES
                + " in a round; on disk before the answer, checked against the offer, with a token";
        return List.of(
                Row.of(
                        "durable " + what + ", " + clients + " clients",
                        Target.atLeast(wanted, "/s"),
                        values(
                                rounds,
                                round -> round.get("good").asDouble()
                                        / round.get("seconds").asDouble()),
                        "/s",
                        how + "; " + FINALES),
                Row.of(
                        what + ", " + clients + " clients, p99",
                        Target.atMost(slowest, "ms"),
                        values(rounds, round -> round.get("p99").asDouble()),
                        "ms",
                        "the same"),
                Row.worst(
                        what + " answered with 5xx or refused",
                        Target.atMost(0, ""),
                        values(
                                rounds,
                                round -> round.get("broken").asDouble()
                                        + round.get("refused").asDouble()),
                        "",
                        "the same"));
    }

    private static List<Row> single(LabServer server) throws Exception {
        List<JsonNode> rounds = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            JsonNode asked = load(server, "requests", 1, 2000, "single-" + round + "-");
            Bench.say("one client: " + asked);
            if (round > 0) {
                rounds.add(asked);
            }
        }
        return List.of(Row.of(
                "request of a single client, p50",
                Target.atMost(2, "ms"),
                values(rounds, round -> round.get("p50").asDouble()),
                "ms",
                "2000 in a round; FINALES2: 16 ms"));
    }

    private static Row race(LabServer server) throws Exception {
        for (int racer = 0; racer < RACERS; racer++) {
            register(server, "bench-" + racer);
        }
        load(server, "requests", CLIENTS, CONTESTED, "race-");
        JsonNode race = load(server, "race", RACERS, CONTESTED, "race-");
        Bench.say("race: " + race);
        boolean all = race.get("taken").asInt() == CONTESTED
                && race.get("good").asInt() == CONTESTED
                && race.get("broken").asInt() == 0;
        if (!all) {
            throw new IOException("Not every request was taken exactly once: " + race);
        }
        return Row.of(
                RACERS + " tenants race for " + CONTESTED + " requests: taken twice",
                Target.atMost(0, ""),
                Measurements.of(race.get("doubled").asDouble()),
                "",
                race.get("refused").asInt() + " attempts came too late and were told so");
    }

    private static Row events(LabServer server) throws Exception {
        Process listeners = start(server, "events", SUBSCRIBERS, HEARD, "-");
        Thread.sleep(5_000);
        while (listeners.isAlive()) {
            server.client()
                    .post(
                            "/api/v1/requests",
                            Json.mapper()
                                    .readTree(
                                            """
                    {"quantity": "bench_conductivity", "inputs": {"temperature": "298 K", "salt": "1 mol/kg"}}"""));
            Thread.sleep(50);
        }
        JsonNode heard = report(listeners);
        Bench.say("events: " + heard);
        return Row.of(
                "event to " + SUBSCRIBERS + " subscribers, p99",
                Target.atMost(50, "ms"),
                Measurements.of(heard.get("p99").asDouble()),
                "ms",
                "from the time in the event, before it is on disk, until it is read; " + heard.get("good")
                        + " deliveries, about 20 events/s");
    }

    /** The list of pending requests, and a start, with nothing and with a million resolved requests behind. */
    private static List<Row> past(Workplace place) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (int resolved : List.of(0, PAST)) {
            Path lab = place.lab("past");
            write(lab.resolve("data/journal.sqlite"), resolved);
            try (LabServer server = LabServer.start(place.home(), lab, Map.of())) {
                register(server, "bench");
                load(server, "requests", CLIENTS, 1000, "pending-");
                load(server, "list", 1, 300, "-");
                JsonNode list = load(server, "list", 1, 300, "-");
                Bench.say(resolved + " resolved: " + list + ", ready after " + server.readyAfter() + " s");
                rows.add(Row.of(
                        "list of 1,000 pending requests, " + resolved + " resolved ones behind",
                        Target.atMost(15, "ms"),
                        Measurements.of(list.get("p50").asDouble()),
                        "ms",
                        "p50 of 300; FINALES2: 1547 ms; the server was ready after "
                                + Measurements.number(server.readyAfter()) + " s"));
            }
            Workplace.delete(lab);
        }
        return rows;
    }

    private static void write(Path file, int resolved) {
        try (SqliteJournal journal = new SqliteJournal(file)) {
            Values inputs = Values.of("temperature", Quantity.of(298, "K"));
            Values outputs = Values.of("conductivity", Quantity.of(7.4, 0.1, "mS/cm"));
            for (int i = 0; i < resolved; i++) {
                Request request =
                        new Request("past-" + i, "bench_conductivity", List.of("two_electrode"), inputs, "bench");
                journal.write(new LabEvent.Requested(Instant.now(), request));
                Receipt last = journal.write(new LabEvent.Resolved(
                        Instant.now(),
                        new Result(request, "bench", "two_electrode", outputs, List.of(), Instant.now())));
                if (i + 1 == resolved) {
                    last.await();
                }
            }
        }
    }

    private static Measurements values(List<JsonNode> rounds, ToDoubleFunction<JsonNode> value) {
        return new Measurements(rounds.stream().mapToDouble(value).boxed().toList());
    }

    private static JsonNode load(LabServer server, String what, int clients, int count, String prefix)
            throws IOException, InterruptedException {
        return report(start(server, what, clients, count, prefix));
    }

    private static Process start(LabServer server, String what, int clients, int count, String prefix)
            throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.busbar.distribution.bench.load.Load",
                        server.client().url(),
                        server.client().token().isEmpty()
                                ? "-"
                                : server.client().token(),
                        what,
                        String.valueOf(clients),
                        String.valueOf(count),
                        prefix)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static JsonNode report(Process load) throws IOException, InterruptedException {
        String line = new String(load.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (load.waitFor() != 0) {
            throw new IOException("The clients could not do their work; see above");
        }
        return Json.mapper().readTree(line);
    }
}
