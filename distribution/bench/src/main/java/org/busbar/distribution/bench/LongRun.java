package org.busbar.distribution.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether a run of very many steps needs more and more memory, and how long a restart in its middle takes. */
final class LongRun implements Part {

    private static final List<Integer> LOOKS = List.of(10_000, 50_000, 100_000);
    private static final int STEPS = 100_000;
    private static final int ROUNDS = 5;
    private static final List<String> PARTS = List.of("journal", "inventory", "orchestrator");

    @Override
    public List<Row> measure(Workplace place) throws Exception {
        Path folder = place.fresh("long");
        try {
            long begun = System.nanoTime();
            Map<Integer, Double> heap = run(folder);
            double rate = STEPS * 1e9 / (System.nanoTime() - begun);
            List<Row> rows = new ArrayList<>(heap(heap, rate));
            rows.addAll(reopened(Core.file(folder)));
            return rows;
        } finally {
            Workplace.delete(folder);
        }
    }

    /** The heap in use, MB, when so many steps were done; the run is closed in the middle. */
    private static Map<Integer, Double> run(Path folder) throws InterruptedException {
        Map<Integer, Double> heap = new LinkedHashMap<>();
        Milestones milestones = new Milestones(Set.copyOf(LOOKS));
        try (Core core = Core.on(folder)) {
            core.add("dummy", new Dummy(milestones));
            core.repeat("long", "dummy", "pass", 2L * STEPS);
            for (int look : LOOKS) {
                milestones.await();
                heap.put(look, heap());
                Bench.say("heap after " + look + " steps: " + heap.get(look) + " MB");
                if (look < STEPS) {
                    milestones.goOn();
                }
            }
        }
        return heap;
    }

    private static double heap() throws InterruptedException {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(100);
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6);
        }
        return least;
    }

    private static List<Row> heap(Map<Integer, Double> heap, double rate) {
        List<Row> rows = new ArrayList<>();
        heap.forEach((steps, used) -> rows.add(Row.of(
                "heap after " + steps + " steps of one run",
                Target.NONE,
                Measurements.of(used),
                "MB",
                "after garbage collection, " + Measurements.number(rate) + " steps/s")));
        double first = heap.getOrDefault(LOOKS.get(0), Double.NaN);
        double last = heap.getOrDefault(STEPS, Double.NaN);
        rows.add(Row.of(
                "- growth from " + LOOKS.get(0) + " to " + STEPS + " steps",
                Target.atMost(10, "MB"),
                Measurements.of(last - first),
                "MB",
                "the same run"));
        return rows;
    }

    private static List<Row> reopened(Path file) throws Exception {
        String size = Files.size(file) / 1_000_000 + " MB, in the page cache";
        List<JsonNode> rounds = Reopening.rounds(file, ROUNDS);
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(
                "restart within a run of " + STEPS + " steps",
                Target.atMost(3, "s"),
                Reopening.seconds(rounds, PARTS),
                "s",
                "journal, inventory and orchestrator with that run open, each time in a new process; " + size));
        rows.addAll(Reopening.shares(rounds, PARTS));
        return rows;
    }
}
