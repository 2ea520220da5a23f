package org.busbar.distribution.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busbar.distribution.bench.tally.Tally;
import org.busbar.journal.SqliteJournal;
import org.busbar.json.Json;

/** Whether a driver can be exchanged again and again under load without an action lost or anything left behind. */
final class Swaps implements Part {

    private static final int DEVICES = 4;
    private static final int WARM_UP = 20;
    private static final Duration SETTLING = Duration.ofSeconds(90);

    private final int swaps;

    Swaps(int swaps) {
        this.swaps = swaps;
    }

    @Override
    public List<Row> measure(Workplace place) throws Exception {
        Path lab = lab(place);
        Path jars = place.fresh("tally");
        List<Double> milliseconds = new ArrayList<>();
        List<String> runs;
        Footprint before;
        Footprint after;
        try (TallyJars versions = new TallyJars(jars);
                LabServer server = LabServer.start(place.home(), lab, Map.of())) {
            versions.drop(0, lab.resolve("plugins"));
            Client client = server.client();
            runs = begin(client);
            Heard upgraded = Heard.follow(client, "Upgraded", "to");
            for (int swap = 1; swap <= WARM_UP; swap++) {
                swap(versions, swap, lab, upgraded);
            }
            before = settled(server.pid(), new Footprint(0, 0, 0));
            Bench.say("before: " + before);
            for (int swap = 1; swap <= swaps; swap++) {
                milliseconds.add(swap(versions, WARM_UP + swap, lab, upgraded));
                if (swap % 50 == 0) {
                    Bench.say("swap " + swap + ": " + milliseconds.get(swap - 1) + " ms");
                }
            }
            after = settled(server.pid(), before);
            Bench.say("after: " + after);
            end(client, runs);
        }
        return rows(new Measurements(milliseconds), before, after, tallies(lab, runs));
    }

    /** A lab with counters, and with a sequence for each that counts for ever. */
    private static Path lab(Workplace place) throws IOException {
        Path lab = place.fresh("labs/swaps");
        for (String folder : List.of("devices", "sequences", "plugins", "campaigns", "data")) {
            Files.createDirectories(lab.resolve(folder));
        }
        for (int number = 1; number <= DEVICES; number++) {
            String id = id(number);
            String settings =
                    Json.write(Map.of("lab.id", id, "logbook", logbook(lab, id).toString()));
            Files.writeString(
                    lab.resolve("devices/" + id + ".json"),
                    "{\"" + Tally.class.getName() + "~" + id + "\": " + settings + "}");
            Files.writeString(lab.resolve("sequences/" + id + ".yaml"), sequence(id));
        }
        return lab;
    }

    private static String id(int number) {
        return "tally-" + number;
    }

    private static Path logbook(Path lab, String id) {
        return lab.resolve("data/" + id + ".log");
    }

    private static String sequence(String id) {
        return String.join(
                "\n",
                "name: " + id,
                "version: \"1\"",
                "steps:",
                "  - id: loop",
                "    repeat: 1000000000",
                "    steps:",
                "      - id: count",
                "        action: count",
                "        device: " + id,
                "        with: {number: {previous: \"${count.next}\", first: 1}}",
                "");
    }

    /** Begins a run on each counter once it is there. */
    private static List<String> begin(Client client) throws IOException, InterruptedException {
        while (client.get("/api/v1/devices").size() < DEVICES) {
            Thread.sleep(50);
        }
        List<String> runs = new ArrayList<>();
        for (int number = 1; number <= DEVICES; number++) {
            runs.add(client.post("/api/v1/runs", Map.of("sequence", id(number)))
                    .get("id")
                    .stringValue());
        }
        return runs;
    }

    /** Milliseconds from the drop of the next version to the event that says it is at work. */
    private static double swap(TallyJars versions, int number, Path lab, Heard upgraded) throws Exception {
        long begun = System.nanoTime();
        versions.drop(number, lab.resolve("plugins"));
        return (upgraded.await(TallyJars.version(number)) - begun) / 1e6;
    }

    /** What the process holds when idle threads of pools have ended too; waits until it is no more than before. */
    private static Footprint settled(long process, Footprint before) throws IOException, InterruptedException {
        long end = System.nanoTime() + SETTLING.toNanos();
        Footprint now = Footprint.of(process);
        while (!now.isWithin(before) && System.nanoTime() < end) {
            Thread.sleep(5000);
            now = Footprint.of(process);
        }
        return now;
    }

    private static void end(Client client, List<String> runs) throws IOException, InterruptedException {
        for (String run : runs) {
            String state = client.get("/api/v1/runs/" + run).get("state").stringValue();
            if (!state.equals("RUNNING")) {
                throw new IOException("The run " + run + " was " + state + " after the last swap");
            }
            client.post("/api/v1/runs/" + run + "/stop", Map.of("by", "http"));
        }
        while (client.get("/api/v1/runs?open=true").size() > 0) {
            Thread.sleep(50);
        }
    }

    private static Tallies tallies(Path lab, List<String> runs) throws IOException {
        Tallies all = Tallies.NONE;
        try (SqliteJournal journal = new SqliteJournal(lab.resolve("data/journal.sqlite"))) {
            for (int number = 1; number <= DEVICES; number++) {
                all = all.plus(Tallies.of(logbook(lab, id(number)), journal, runs.get(number - 1)));
            }
        }
        return all;
    }

    private static List<Row> rows(Measurements times, Footprint before, Footprint after, Tallies tallies) {
        String how = DEVICES + " devices of one driver at work without a break, "
                + times.values().size() + " swaps after " + WARM_UP + " others";
        String logs = "by the devices' own logbooks and the journal, of " + tallies.done() + " actions";
        return List.of(
                Row.of(
                        "driver swap under load",
                        Target.NONE,
                        times,
                        "ms",
                        how + "; from the drop of the jar to Upgraded in the event stream"),
                none("- actions lost", tallies.lost(), logs),
                none("- actions done twice", tallies.doubled(), logs),
                none("- actions begun and not ended", tallies.stopped(), logs),
                left("class loaders of bundles", before.loaders(), after.loaders()),
                left("threads", before.threads(), after.threads()),
                left("open files and ports", before.files(), after.files()));
    }

    private static Row none(String what, long count, String conditions) {
        return Row.of(what, Target.atMost(0, "actions"), Measurements.of(count), "actions", conditions);
    }

    private static Row left(String what, long before, long after) {
        return Row.of(
                "- " + what + " left behind",
                Target.atMost(0, "more"),
                Measurements.of(Math.max(0, after - before)),
                "more",
                before + " before, " + after + " after, under load, when pools had time to end idle threads");
    }
}
