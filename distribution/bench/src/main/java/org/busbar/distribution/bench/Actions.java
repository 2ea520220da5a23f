package org.busbar.distribution.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;

/** What the orchestrator costs per action that does nothing, and how many of them it does per second. */
final class Actions implements Part {

    private static final int WARM_UP = 3000;
    private static final int COUNTED = 5000;
    private static final int ROUNDS = 5;
    private static final double SECONDS = 2;
    private static final int JUDGED = 8;
    private static final List<Integer> DEVICES = List.of(1, 2, 4, JUDGED, 100);
    private static final long FOR_EVER = 1_000_000_000;

    /** Measured with its orchestrator and action servers that answer at once: one thread, and four. */
    private static final String HELAO = "HELAO on a shared machine with 2 cores: 62 to 85 actions/s";

    /** Actions per second, and milliseconds of processor time per action. */
    private record Rate(double actions, double work) {}

    @Override
    public List<Row> measure(Workplace place) throws Exception {
        Path folder = place.fresh("actions");
        try {
            List<Row> rows = new ArrayList<>(overhead(folder));
            rows.addAll(rates(folder));
            return rows;
        } finally {
            Workplace.delete(folder);
        }
    }

    private static List<Row> overhead(Path folder) throws Exception {
        List<Measurements> rounds = new ArrayList<>();
        try (Core core = Core.on(folder.resolve("overhead"))) {
            for (int round = 0; round < ROUNDS; round++) {
                Gaps gaps = new Gaps(round == 0 ? WARM_UP : 1);
                core.add("gaps-" + round, new Dummy(gaps));
                core.repeat("overhead-" + round, "gaps-" + round, "pass", (round == 0 ? WARM_UP : 1) + COUNTED);
                core.awaitEnd();
                rounds.add(gaps.measured());
                Bench.say("overhead: "
                        + percentile(rounds.subList(round, round + 1), 0.5).in("ms") + ", 99 %: "
                        + percentile(rounds.subList(round, round + 1), 0.99).in("ms"));
            }
        }
        String how = "one run, one device, " + COUNTED
                + " actions that do nothing; from the end of a call of the driver to the begin of the next";
        return List.of(
                Row.of("overhead per action, p50", Target.atMost(1, "ms"), percentile(rounds, 0.5), "ms", how),
                Row.of(
                        "overhead per action, p99",
                        Target.atMost(10, "ms"),
                        percentile(rounds, 0.99),
                        "ms",
                        "the same actions"));
    }

    private static Measurements percentile(List<Measurements> rounds, double share) {
        return new Measurements(
                rounds.stream().map(round -> round.quantile(share)).toList());
    }

    /** All numbers of devices in turn, again and again, and the bare journal among them; the first round warms up. */
    private static List<Row> rates(Path folder) throws Exception {
        Map<Integer, List<Rate>> rates = new LinkedHashMap<>();
        List<Double> bare = new ArrayList<>();
        try (Core core = Core.on(folder.resolve("rates"))) {
            LongAdder done = new LongAdder();
            for (int device = 0; device < 100; device++) {
                core.add("dummy-" + device, new Dummy(done::increment));
            }
            for (int round = 0; round <= ROUNDS; round++) {
                for (int devices : DEVICES) {
                    Rate rate = rate(core, done, "round-" + round + "-" + devices, devices);
                    Bench.say("round " + round + ", " + devices + " devices: " + Math.round(rate.actions())
                            + " actions/s");
                    if (round > 0) {
                        rates.computeIfAbsent(devices, key -> new ArrayList<>()).add(rate);
                    }
                }
                double pairs = Writers.rate(core.journal(), pair(), JUDGED, SECONDS) / 2;
                Bench.say("round " + round + ", bare journal: " + Math.round(pairs) + " pairs/s");
                if (round > 0) {
                    bare.add(pairs);
                }
            }
        }
        return rows(rates, bare);
    }

    private static Rate rate(Core core, LongAdder done, String name, int devices) throws InterruptedException {
        for (int device = 0; device < devices; device++) {
            core.repeat(name + "-" + device, "dummy-" + device, "pass", FOR_EVER);
        }
        Thread.sleep(300);
        long before = done.sum();
        long worked = processorTime();
        long begun = System.nanoTime();
        Thread.sleep((long) (SECONDS * 1000));
        double actions = done.sum() - before;
        Rate rate = new Rate(
                actions * 1e9 / (System.nanoTime() - begun), (processorTime() - worked) / 1e6 / Math.max(1, actions));
        core.stopRuns();
        return rate;
    }

    /** Of this process, all threads together, ns. */
    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** What the orchestrator writes of one action. */
    private static List<LabEvent> pair() {
        Instant now = Instant.now();
        Agent agent = Agent.named("dummy-0");
        Provenance made = new Provenance("loop[1000]/act", agent, "pass", Values.none(), now, now);
        return List.of(
                new LabEvent.StepBegun(now, "bare", "loop[1000]/act", agent, Values.none(), true),
                new LabEvent.StepEnded(now, "bare", "loop[1000]/act", new Outcome.Done(Values.none(), made)));
    }

    private static List<Row> rows(Map<Integer, List<Rate>> rates, List<Double> bare) {
        List<Row> rows = new ArrayList<>();
        rates.forEach((devices, values) -> rows.add(Row.of(
                "journalled actions, " + devices + (devices == 1 ? " device" : " devices"),
                devices == JUDGED ? Target.atLeast(5000, "actions/s") : Target.NONE,
                new Measurements(values.stream().map(Rate::actions).toList()),
                "actions/s",
                "a run per device, actions that do nothing, " + Measurements.number(SECONDS) + " s each; " + HELAO)));
        rows.add(Row.of(
                "bare journal, " + JUDGED + " writers",
                Target.NONE,
                new Measurements(bare),
                "pairs/s",
                "the same rounds; the two events of an action, each waited for"));
        List<Rate> judged = rates.getOrDefault(JUDGED, List.of());
        rows.add(Row.of(
                "processor time per action, " + JUDGED + " devices",
                Target.NONE,
                new Measurements(judged.stream().map(Rate::work).toList()),
                "ms",
                "the same rounds, all threads of the process; unlike the rate it hardly depends on what else runs"));
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            ratios.add(judged.get(i).actions() / bare.get(i));
        }
        rows.add(Row.of(
                "actions over " + JUDGED + " devices / pairs of the bare journal",
                Target.NONE,
                new Measurements(ratios),
                "times",
                "round by round; an end shares its synchronisation with the next begin, so above 1 is possible"));
        return rows;
    }
}
