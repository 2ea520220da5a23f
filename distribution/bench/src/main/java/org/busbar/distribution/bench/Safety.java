package org.busbar.distribution.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToDoubleFunction;
import org.busbar.api.experiment.Bar;
import org.busbar.api.experiment.SafetyStop;
import org.busbar.api.experiment.Station;

/** How soon a safety-stop reaches the healthy ones of 100 devices at work, while others hang. */
final class Safety implements Part {

    private static final int ROUNDS = 10;
    private static final int DEVICES = 100;
    private static final int EVERY = 10; // hangs
    private static final double REACH = 200;

    /** Milliseconds from the call: the slowest healthy device told, the slowest safe, and the end of the call. */
    private record Round(double told, double safe, double all) {}

    @Override
    public List<Row> measure(Workplace place) throws Exception {
        List<Round> rounds = new ArrayList<>();
        while (rounds.size() < ROUNDS) {
            CountDownLatch hung = new CountDownLatch(1);
            Core core = Core.on(place.fresh("safety"));
            try {
                rounds.add(round(core, hung));
            } finally {
                hung.countDown();
                core.close();
            }
            Bench.say("safety-stop: " + rounds.get(rounds.size() - 1));
        }
        Workplace.delete(place.work().resolve("safety"));
        return rows(rounds);
    }

    private static Round round(Core core, CountDownLatch hung) throws Exception {
        Map<String, Furnace> healthy = new LinkedHashMap<>();
        for (int number = 0; number < DEVICES; number++) {
            boolean hangs = number % EVERY == 0; // the first one, too
            Furnace furnace = new Furnace(hangs ? hung : new CountDownLatch(0));
            String id = (hangs ? "hung-" : "healthy-") + number;
            core.add(id, furnace);
            core.repeat("run-" + number, id, "heat", 1);
            furnace.awaitWork();
            if (!hangs) {
                healthy.put(id, furnace);
            }
        }
        long begun = System.nanoTime();
        List<SafetyStop> answers = core.orchestrator().safetyStop("bench", "a benchmark");
        double all = (System.nanoTime() - begun) / 1e6;
        require(core, healthy, answers);
        return new Round(
                slowest(healthy, furnace -> furnace.told(begun)),
                slowest(healthy, furnace -> furnace.answered(begun)),
                all);
    }

    private static double slowest(Map<String, Furnace> furnaces, ToDoubleFunction<Furnace> time) {
        return furnaces.values().stream().mapToDouble(time).max().orElseThrow();
    }

    /** All healthy devices have said that they are safe, and the others are given no work, also after the stop. */
    private static void require(Core core, Map<String, Furnace> healthy, List<SafetyStop> answers) throws IOException {
        core.orchestrator().clearSafetyStop("bench", "the end of a round");
        List<String> latched = core.orchestrator().stations().stream()
                .filter(station -> station.bars().stream().anyMatch(bar -> bar.kind() == Bar.Kind.STOPPED))
                .map(Station::id)
                .toList();
        for (SafetyStop answer : answers) {
            boolean right = healthy.containsKey(answer.device());
            if (answer.confirmed() != right || latched.contains(answer.device()) == right) {
                throw new IOException("Wrong after the safety-stop: " + answer + ", latched are " + latched);
            }
        }
        if (answers.size() != DEVICES) {
            throw new IOException("There are " + answers.size() + " answers of " + DEVICES + " devices");
        }
    }

    private static List<Row> rows(List<Round> rounds) {
        String how = DEVICES + " devices at work, " + DEVICES / EVERY + " of them deaf; the slowest healthy one";
        double safe = REACH + Furnace.COOLING.toMillis();
        double all = REACH + Furnace.BOUND.toMillis();
        return List.of(
                Row.worst("safety-stop to told", Target.atMost(REACH, "ms"), all(rounds, Round::told), "ms", how),
                Row.worst(
                        "safety-stop to safe",
                        Target.atMost(safe, "ms"),
                        all(rounds, Round::safe),
                        "ms",
                        "the same; making itself safe takes it " + Furnace.COOLING.toMillis() + " ms"),
                Row.worst(
                        "safety-stop to the answer of all",
                        Target.atMost(all, "ms"),
                        all(rounds, Round::all),
                        "ms",
                        "the deaf ones are latched at their bound of " + Furnace.BOUND.toMillis()
                                + " ms, no other is"));
    }

    private static Measurements all(List<Round> rounds, ToDoubleFunction<Round> value) {
        return new Measurements(
                rounds.stream().map(round -> value.applyAsDouble(round)).toList());
    }
}
