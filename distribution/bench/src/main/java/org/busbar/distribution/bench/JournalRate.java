package org.busbar.distribution.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.journal.SqliteJournal;
import org.sqlite.SQLiteConfig;

/** How many events per second the journal acknowledges, beside what SQLite itself commits. */
final class JournalRate implements Part {

    private static final int ROUNDS = 7;
    private static final double SECONDS = 2;
    private static final List<LabEvent> MIX = new TrialEvents("electrolyte-1", 1).all();
    private static final List<LabEvent> SMALL = List.of(new TrialEvents("electrolyte-1", 1).stepEnded());
    private static final String SINGLE = "plain SQLite, a commit per event";
    private static final String BATCHED = "plain SQLite, a commit per 16 events";

    /** A way of writing; answers events per second. */
    private interface Way {
        double rate() throws Exception;
    }

    @Override
    public List<Row> measure(Workplace place) throws Exception {
        Path folder = Files.createDirectories(place.work().resolve("journal"));
        try (SqliteJournal journal = new SqliteJournal(folder.resolve("journal.sqlite"));
                PlainSqlite plain =
                        PlainSqlite.open(folder.resolve("plain.sqlite"), SQLiteConfig.SynchronousMode.FULL)) {
            return rows(rounds(ways(journal, plain)));
        } finally {
            Workplace.delete(folder);
        }
    }

    private static Map<String, Way> ways(Journal journal, PlainSqlite plain) {
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put(writers(1), () -> Writers.rate(journal, MIX, 1, SECONDS));
        ways.put(writers(4), () -> Writers.rate(journal, MIX, 4, SECONDS));
        ways.put(writers(16), () -> Writers.rate(journal, MIX, 16, SECONDS));
        ways.put(writers(16) + ", small events", () -> Writers.rate(journal, SMALL, 16, SECONDS));
        ways.put(SINGLE, () -> rate(plain, 1));
        ways.put(BATCHED, () -> rate(plain, 16));
        return ways;
    }

    private static String writers(int count) {
        return "journal, " + count + (count == 1 ? " writer" : " writers");
    }

    private static double rate(PlainSqlite plain, int batch) throws SQLException {
        List<PlainSqlite.Entry> entries =
                MIX.stream().map(PlainSqlite.Entry::of).toList();
        long begun = System.nanoTime();
        long before = plain.number();
        while (System.nanoTime() - begun < SECONDS * 1e9) {
            for (int i = 0; i < batch; i++) {
                plain.add(entries.get((int) (plain.number() % entries.size())));
            }
            plain.commit();
        }
        return (plain.number() - before) * 1e9 / (System.nanoTime() - begun);
    }

    /** All ways in turn, again and again, so that what else the machine does falls on all; the first round warms up. */
    private static Map<String, List<Double>> rounds(Map<String, Way> ways) throws Exception {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (Map.Entry<String, Way> way : ways.entrySet()) {
                double rate = way.getValue().rate();
                Bench.say("round " + round + ", " + way.getKey() + ": " + Math.round(rate) + "/s");
                if (round > 0) {
                    rates.computeIfAbsent(way.getKey(), name -> new ArrayList<>())
                            .add(rate);
                }
            }
        }
        return rates;
    }

    private static List<Row> rows(Map<String, List<Double>> rates) {
        String mix = "rounds of " + Measurements.number(SECONDS) + " s, events of a trial of " + size(MIX)
                + " bytes on average, serialised";
        List<Row> rows = new ArrayList<>();
        rates.forEach((way, values) -> {
            boolean many = way.startsWith(writers(16));
            String events = way.endsWith("small events")
                    ? "rounds as above, a StepEnded of " + size(SMALL) + " bytes"
                    : way.startsWith("plain") ? "rounds as above, events serialised before" : mix;
            Target target = many ? Target.atLeast(20_000, "events/s") : Target.NONE;
            rows.add(Row.of(way, target, new Measurements(values), "events/s", events));
        });
        rows.add(ratio(rates, writers(1), SINGLE));
        rows.add(ratio(rates, writers(16), SINGLE));
        rows.add(ratio(rates, writers(16), BATCHED));
        return rows;
    }

    private static Row ratio(Map<String, List<Double>> rates, String way, String yardstick) {
        List<Double> ratios = new ArrayList<>();
        List<Double> ours = rates.getOrDefault(way, List.of());
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i) / rates.getOrDefault(yardstick, List.of()).get(i));
        }
        return Row.of(way + " / " + yardstick, Target.NONE, new Measurements(ratios), "times", "round by round");
    }

    private static int size(List<LabEvent> events) {
        return (int) events.stream()
                .map(PlainSqlite.Entry::of)
                .mapToInt(entry -> entry.body().length())
                .average()
                .orElseThrow();
    }
}
