package org.busbar.api.campaign;

import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.optimize.Problem;

/**
 * A closed loop: what is asked for again and again, what may be varied, and when to stop.
 *
 * @param name what people call it
 * @param quantity what each request asks for
 * @param methods the methods allowed; empty if any will do
 * @param problem what may be varied and what is wanted; the objectives name outputs of the result
 * @param fixed inputs that are the same in every request
 * @param trials how many results to collect; failed trials count
 * @param parallel how many requests may be open at once; at least 1
 * @param optimizer the {@code lab.id} of the optimizer to begin with
 * @param swaps optimizers to change to on the way
 * @param seed the source of all its randomness
 * @param reproducible whether a suggestion must not depend on which of the parallel trials ends first: trial n is then
 *     suggested from exactly the trials up to n - parallel, also if later ones have ended, and waits for those
 */
public record Campaign(
        String name,
        String quantity,
        List<String> methods,
        Problem problem,
        Values fixed,
        int trials,
        int parallel,
        String optimizer,
        List<Swap> swaps,
        long seed,
        boolean reproducible) {

    public Campaign {
        methods = List.copyOf(methods);
        swaps = List.copyOf(swaps);
        if (trials < 1 || parallel < 1) {
            throw new IllegalArgumentException(
                    name + ": trials = " + trials + " and parallel = " + parallel + " must be at least 1");
        }
    }

    /** A campaign that uses every result as soon as it is there. */
    public Campaign(
            String name,
            String quantity,
            List<String> methods,
            Problem problem,
            Values fixed,
            int trials,
            int parallel,
            String optimizer,
            List<Swap> swaps,
            long seed) {
        this(name, quantity, methods, problem, fixed, trials, parallel, optimizer, swaps, seed, false);
    }

    /** Change to the optimizer with that {@code lab.id} once {@code after} trials have been suggested. */
    public record Swap(int after, String to) {

        public Swap {
            if (after < 0) {
                throw new IllegalArgumentException("A swap to " + to + " after " + after + " trials cannot be");
            }
        }
    }

    /** Where a campaign stands. */
    public enum State {
        RUNNING,
        /** Something is missing; it goes on by itself when that comes. */
        WAITING,
        /** Ends when the open trials have. */
        STOPPING,
        COMPLETED,
        STOPPED;

        public boolean isFinal() {
            return this == COMPLETED || this == STOPPED;
        }
    }
}
