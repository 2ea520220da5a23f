package org.busbar.distribution.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.busbar.journal.SqliteJournal;

/** What a second and six more instruments bring, and where the time goes: the example lab with scanning droplet cells. */
final class Parallel implements Part {

    private static final int SPEEDUP = 40;
    private static final String CAMPAIGN = "throughput";

    /** What the speed-up should be, by the number of cells. */
    private static final Map<Integer, Target> TARGETS = new LinkedHashMap<>();

    static {
        TARGETS.put(1, Target.NONE);
        TARGETS.put(2, Target.atLeast(1.95, "times"));
        TARGETS.put(8, Target.atLeast(7.5, "times"));
    }

    @Override
    public List<Row> measure(Workplace place) throws Exception {
        Map<Integer, TimeBudget> budgets = new LinkedHashMap<>();
        for (int cells : TARGETS.keySet()) {
            TimeBudget budget = campaign(place, cells);
            budgets.put(cells, budget);
            Bench.say(cells(cells) + ": " + budget.trials() + " trials in " + budget.elapsed());
        }
        List<Row> rows = new ArrayList<>();
        budgets.forEach((cells, budget) -> rows.addAll(rows(cells, budget, budgets)));
        return rows;
    }

    private static String cells(int cells) {
        return cells + (cells == 1 ? " droplet cell" : " droplet cells");
    }

    private static TimeBudget campaign(Workplace place, int cells) throws IOException, InterruptedException {
        Path lab = lab(place, cells);
        String id;
        try (LabServer server = LabServer.start(place.home(), lab, Map.of())) {
            id = conduct(server.client(), cells);
        }
        try (SqliteJournal journal = new SqliteJournal(lab.resolve("data/journal.sqlite"))) {
            return TimeBudget.read(journal, id);
        }
    }

    /** The example lab with so many cells like its first. */
    private static Path lab(Workplace place, int cells) throws IOException {
        Path lab = place.lab("cells-" + cells, "droplet-cells");
        Path devices = lab.resolve("devices");
        String first = Files.readString(devices.resolve("cell-1.json"))
                .replaceAll("\"speedup\": [0-9.]+", "\"speedup\": " + SPEEDUP);
        Workplace.delete(devices);
        Files.createDirectories(devices);
        for (int cell = 1; cell <= cells; cell++) {
            Files.writeString(devices.resolve("cell-" + cell + ".json"), first.replace("cell-1", "cell-" + cell));
        }
        return lab;
    }

    private static String conduct(Client client, int cells) throws IOException, InterruptedException {
        while (client.get("/api/v1/devices").size() < cells) {
            Thread.sleep(50);
        }
        Map<String, Object> wanted = Map.of("plan", CAMPAIGN, "parallel", cells + ahead(cells));
        String id = client.post("/api/v1/campaigns", wanted).get("id").stringValue();
        String state = "RUNNING";
        while (state.equals("RUNNING")) {
            Thread.sleep(500);
            state = client.get("/api/v1/campaigns/" + id).get("state").stringValue();
        }
        if (!state.equals("COMPLETED")) {
            throw new IOException("The campaign with " + cells(cells) + " ended as " + state);
        }
        return id;
    }

    /** How many points are suggested before a cell is free for them, so that none waits for the optimizer. */
    private static int ahead(int cells) {
        return cells == 1 ? 0 : (cells + 3) / 4;
    }

    private static List<Row> rows(int cells, TimeBudget budget, Map<Integer, TimeBudget> all) {
        List<Row> rows = new ArrayList<>();
        TimeBudget one = all.getOrDefault(1, budget);
        double seconds = budget.elapsed().toNanos() / 1e9;
        rows.add(Row.of(
                "campaign with " + cells(cells),
                Target.NONE,
                Measurements.of(seconds),
                "s",
                budget.trials() + " trials; the lab's clock is " + SPEEDUP + " times faster, the optimizer's is not"));
        if (cells > 1) {
            rows.add(Row.of(
                    "- times faster than with one",
                    TARGETS.getOrDefault(cells, Target.NONE),
                    Measurements.of(budget.rate() / one.rate()),
                    "times",
                    ahead(cells) + " suggested ahead; trials per second; HELAO with two: 1.59"));
        }
        for (TimeBudget.Kind kind : TimeBudget.Kind.values()) {
            if (kind != TimeBudget.Kind.OTHER) {
                rows.add(row(kind, cells, budget));
            }
        }
        return rows;
    }

    private static Row row(TimeBudget.Kind kind, int cells, TimeBudget budget) {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        double ofCells = budget.seconds(kind) / (cells * (budget.elapsed().toNanos() / 1e9));
        return Row.of(
                "- time budget: " + name,
                Target.NONE,
                Measurements.of(budget.seconds(kind)),
                "s",
                cells(cells) + ", all trials together; " + percent(budget.share(kind)) + " of the budget, as much as "
                        + percent(ofCells) + " of the cells' time");
    }

    private static String percent(double share) {
        return Measurements.number(share * 100) + " %";
    }
}
