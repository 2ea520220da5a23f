package org.busbar.api.campaign;

import java.util.List;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.busbar.api.optimize.History;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;

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
 * @param target what is good enough: once a trial has given it nothing more is suggested, and the campaign is completed
 *     when the open trials have ended; empty if only {@code trials} counts
 * @param settings how the first optimizer is to choose; empty for what it takes by itself
 * @param history what is known of similar problems; of those that name a campaign of this lab, the trials are read when
 *     it begins
 * @param trusted the worst quality of a result that counts: one of worse quality is shown to the optimizer as a failed
 *     trial, and is never the best; a result that states no quality counts
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
        boolean reproducible,
        Optional<Target> target,
        Values settings,
        List<History> history,
        Quality.Level trusted) {

    public Campaign {
        methods = List.copyOf(methods);
        swaps = List.copyOf(swaps);
        history = List.copyOf(history);
        if (trials < 1 || parallel < 1) {
            throw new IllegalArgumentException(
                    name + ": trials = " + trials + " and parallel = " + parallel + " must be at least 1");
        }
        target.ifPresent(wanted -> requireObjective(name, wanted, problem));
    }

    private static void requireObjective(String name, Target target, Problem problem) {
        List<String> outputs =
                problem.objectives().stream().map(Objective::output).toList();
        if (!outputs.contains(target.output())) {
            throw new IllegalArgumentException(
                    name + ": the target " + target.output() + " is not an objective; those are " + outputs);
        }
    }

    /** A campaign that ends when all its trials have. */
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
            long seed,
            boolean reproducible) {
        this(
                name,
                quantity,
                methods,
                problem,
                fixed,
                trials,
                parallel,
                optimizer,
                swaps,
                seed,
                reproducible,
                Optional.empty(),
                Values.none(),
                List.of(),
                Quality.Level.SUSPICIOUS);
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

    /** This campaign in another space; what has a history knows it still. */
    public Campaign in(Space space) {
        return solving(problem.in(space), history);
    }

    /** This campaign with other histories. */
    public Campaign knowing(List<History> others) {
        return solving(problem, others);
    }

    private Campaign solving(Problem other, List<History> others) {
        return new Campaign(
                name,
                quantity,
                methods,
                other,
                fixed,
                trials,
                parallel,
                optimizer,
                swaps,
                seed,
                reproducible,
                target,
                settings,
                others,
                trusted);
    }

    /** Whether a result with these outputs is good enough to be believed. */
    public boolean trusts(Values outputs) {
        return Quality.of(outputs)
                .map(quality -> quality.level().compareTo(trusted) <= 0)
                .orElse(true);
    }

    /**
     * Change to the optimizer with that {@code lab.id} once {@code after} trials have been suggested.
     *
     * @param settings how it is to choose; empty for what it takes by itself
     */
    public record Swap(int after, String to, Values settings) {

        public Swap {
            if (after < 0) {
                throw new IllegalArgumentException("A swap to " + to + " after " + after + " trials cannot be");
            }
        }

        /** A change to an optimizer that chooses as it does by itself. */
        public Swap(int after, String to) {
            this(after, to, Values.none());
        }
    }

    /**
     * What is good enough.
     *
     * @param output one of the objectives
     * @param reached the worst value that is good enough, in any unit that converts to that of the output
     */
    public record Target(String output, Quantity reached) {

        public Target {
            if (!Double.isFinite(reached.value())) {
                throw new IllegalArgumentException(
                        "The target " + output + " = " + reached + " is not a finite number, so nothing reaches it");
            }
        }

        /**
         * Whether a trial with these outputs is good enough; one that failed, or gave NaN, is not.
         *
         * @throws IllegalArgumentException if the output cannot be converted to the unit of the target
         */
        public boolean isReachedBy(Values outputs, Objective.Goal goal) {
            return outputs.byName().get(output) instanceof Quantity given
                    && goal.sign() * (given.in(reached.unit()) - reached.value()) >= 0;
        }
    }

    /** Where a campaign stands. */
    public enum State {
        RUNNING,
        /** Something is missing; it goes on by itself when that comes. */
        WAITING,
        /** Suggests nothing until it is told to go on, and so do the runs of its open trials. */
        PAUSED,
        /** Ends when the open trials have. */
        STOPPING,
        COMPLETED,
        STOPPED,
        /** Ended with its open trials abandoned. */
        ABORTED;

        public boolean isFinal() {
            return this == COMPLETED || this == STOPPED || this == ABORTED;
        }
    }
}
