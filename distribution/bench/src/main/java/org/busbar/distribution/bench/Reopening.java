package org.busbar.distribution.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.busbar.json.Json;
import tools.jackson.databind.JsonNode;

/** How long a server with a long past waits for its journal. */
final class Reopening implements Part {

    private static final long EVENTS = 1_000_000;
    private static final int ROUNDS = 5;
    private static final List<String> PARTS = List.of("journal", "inventory", "orchestrator", "broker", "campaigns");

    @Override
    public List<Row> measure(Workplace place) throws Exception {
        Path folder = Files.createDirectories(place.work().resolve("past"));
        Path file = folder.resolve("journal.sqlite");
        long events = LongPast.write(file, EVENTS);
        long size = Files.size(file) / 1_000_000;
        Bench.say("the past: " + events + " events, " + size + " MB");
        try {
            return rows(rounds(file, ROUNDS), events + " events, " + size + " MB, in the page cache");
        } finally {
            Workplace.delete(folder);
        }
    }

    /** What {@link Reopen} says of a journal, again and again. */
    static List<JsonNode> rounds(Path file, int count) throws IOException, InterruptedException {
        List<JsonNode> rounds = new ArrayList<>();
        while (rounds.size() < count) {
            rounds.add(reopen(file));
            Bench.say("reopened: " + rounds.get(rounds.size() - 1));
        }
        return rounds;
    }

    private static JsonNode reopen(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reopen.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("The journal could not be reopened: " + answer);
        }
        return Json.mapper().readTree(answer);
    }

    private static List<Row> rows(List<JsonNode> rounds, String past) {
        List<Row> rows = new ArrayList<>();
        Measurements all = seconds(rounds, PARTS);
        rows.add(Row.of(
                "reopening a journal of 1,000,000 events",
                Target.atMost(5, "s"),
                all,
                "s",
                "journal, inventory, orchestrator, broker and campaigns, each time in a new process; " + past));
        rows.addAll(shares(rounds, PARTS));
        String list = "list of campaigns";
        rows.add(Row.of(
                "standing of every campaign",
                Target.NONE,
                seconds(rounds, List.of(list)),
                "s",
                "what GET /api/v1/campaigns does, in the same processes"));
        return rows;
    }

    /** A row for each part. */
    static List<Row> shares(List<JsonNode> rounds, List<String> parts) {
        List<Row> rows = new ArrayList<>();
        for (String part : parts) {
            Measurements worked = seconds(rounds, List.of(Reopen.processor(part)));
            rows.add(Row.of(
                    "- of it: " + part,
                    Target.NONE,
                    seconds(rounds, List.of(part)),
                    "s",
                    "the same; processor time " + worked.in("s")));
        }
        return rows;
    }

    /** The sum of these parts, in each round. */
    static Measurements seconds(List<JsonNode> rounds, List<String> parts) {
        return new Measurements(rounds.stream()
                .map(round -> parts.stream()
                        .mapToDouble(part -> round.get(part).doubleValue())
                        .sum())
                .toList());
    }
}
