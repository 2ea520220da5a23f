package org.busbar.orchestrator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.busbar.api.Values;
import org.busbar.api.experiment.SafetyStop;

/** Tells devices to make themselves safe, all at once, each on a thread of its own and within its bound. */
final class SafetyRound {

    private record Told(Bench bench, Performance answer, long end) {}

    private final List<Told> told;

    private SafetyRound(List<Told> told) {
        this.told = told;
    }

    /** Tells all of them and comes back at once. */
    static SafetyRound begin(Collection<Bench> benches) {
        return new SafetyRound(benches.stream().map(SafetyRound::tell).toList());
    }

    /** Tells all of them and waits for the answers. */
    static List<SafetyStop> through(Collection<Bench> benches) {
        return begin(benches).answers();
    }

    /** What they answered, waiting for each until its bound has passed. */
    List<SafetyStop> answers() {
        List<SafetyStop> answers = new ArrayList<>();
        told.forEach(one -> answers.add(answer(one)));
        return answers;
    }

    private static Told tell(Bench bench) {
        Performance answer = Performance.begin(
                () -> {
                    bench.device().makeSafe();
                    return Values.none();
                },
                () -> {},
                work -> start(work, "safety-stop-" + bench.id()));
        return new Told(bench, answer, System.nanoTime() + bound(bench).toNanos());
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    private static Duration bound(Bench bench) {
        return bench.stopBound();
    }

    private static SafetyStop answer(Told told) {
        String device = told.bench().id();
        long left = Math.max(0, told.end() - System.nanoTime());
        if (!told.answer().awaitStop(Duration.of(left, TimeUnit.NANOSECONDS.toChronoUnit()))) {
            String bound = Wording.duration(bound(told.bench()));
            return new SafetyStop(device, false, device + " has not answered within " + bound + ": go and look");
        }
        Throwable fault = told.answer().fault();
        return fault == null
                ? new SafetyStop(device, true, device + " says it is safe")
                : new SafetyStop(device, false, device + " could not make itself safe: " + fault);
    }
}
