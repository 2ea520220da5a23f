package org.busbar.distribution.bench.optimizers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.busbar.api.Values;
import org.busbar.distribution.bench.optimizers.problems.Pool;
import org.busbar.distribution.bench.optimizers.problems.Variant;

/**
 * One run of an engine on a problem: tells it the first points, asks it for the next ones and tells it what they gave,
 * until the budget is spent or nothing is left. Not safe for use by many threads.
 */
final class Course {

    private final Variant variant;
    private final Engine engine;
    private final long seed;
    private final Stopwatch watch = new Stopwatch();
    private final List<Trial> told = new ArrayList<>();
    private final Deque<Values> pending = new ArrayDeque<>();
    private final Set<Values> tried = new HashSet<>();
    private boolean exhausted;

    Course(Variant variant, Engine engine, long seed) {
        this.variant = variant;
        this.engine = engine;
        this.seed = seed;
    }

    /**
     * Runs to the end.
     *
     * @return the trials in the order in which they were told
     * @throws IllegalStateException if the engine suggests what it may not
     * @throws Exception if the engine fails
     */
    List<Trial> run() throws Exception {
        variant.problem().start(seed, Variant.START).forEach(this::tell);
        while (told.size() < variant.budget() && !(exhausted && pending.isEmpty())) {
            while (wanted() > 0) {
                ask(wanted());
            }
            if (!pending.isEmpty()) {
                tell(pending.remove());
            }
        }
        return List.copyOf(told);
    }

    /** As many as are asked for at once, if there are workers for all of them and the budget is not spent. */
    private int wanted() {
        boolean room = !exhausted && pending.size() + variant.batch() <= variant.workers();
        return room ? Math.min(variant.batch(), variant.budget() - told.size() - pending.size()) : 0;
    }

    private void ask(int count) throws Exception {
        Situation situation = new Situation(variant.problem(), told, List.copyOf(pending), count, seed);
        List<Values> points = watch.time(() -> engine.next(situation));
        exhausted = points.size() < count;
        if (points.size() > count || exhausted && !(variant.problem() instanceof Pool)) {
            throw new IllegalStateException(variant.name() + ": the engine suggested " + points.size()
                    + " points where " + count + " were wanted and are left");
        }
        points.forEach(this::accept);
    }

    private void accept(Values point) {
        variant.problem().outcome(point);
        if (variant.problem() instanceof Pool && tried.contains(point)) {
            throw new IllegalStateException(variant.name() + ": the engine suggested " + point + " a second time");
        }
        tried.add(point);
        pending.add(point);
    }

    private void tell(Values point) {
        tried.add(point);
        double noise = variant.noise(seed, told.size());
        List<Double> values = new ArrayList<>();
        for (double value : variant.problem().outcome(point)) {
            values.add(value + noise);
        }
        told.add(new Trial(point, values));
    }

    /** The times of its suggestions. */
    Stopwatch watch() {
        return watch;
    }
}
