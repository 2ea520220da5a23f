package org.busbar.analyses.sensitivity;

import static org.busbar.api.analysis.Quality.Level.OK;
import static org.busbar.api.analysis.Quality.Level.SUSPICIOUS;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.busbar.api.analysis.Quality;
import org.busbar.optimizers.search.numeric.Statistics;

/**
 * What one-at-a-time steps show.
 *
 * @param names the inputs that were moved alone
 * @param estimates the effect of each; its variance is twice that of a run
 * @param idle the inputs that no run moves alone
 * @param noise standard deviation of a run; 0 if not known
 * @param added what the steps add up to, for each run that moves several inputs
 * @param found what that run gave
 * @param span largest output less smallest
 */
record StepEffects(
        List<String> names,
        Estimates estimates,
        List<String> idle,
        double noise,
        double[] added,
        double[] found,
        double span) {

    private static final double TWO_SIDED = 1.959963984540054;
    private static final int FEWEST_REPEATS = 3;
    /** Part of the span of the outputs by which a sum of steps may be off unsaid. */
    private static final double UNSEEN = 0.05;

    /**
     * Takes the effects from the steps.
     *
     * @param noise standard deviation of a run, or 0 to take it from repeats of the base run
     * @throws IllegalArgumentException if no run moves one input alone
     */
    static StepEffects of(List<String> inputs, Steps steps, double noise) {
        List<Integer> moved = IntStream.range(0, inputs.size())
                .filter(i -> steps.along(i).size() > 1)
                .boxed()
                .toList();
        requireOne(moved, inputs, steps);
        double known = noise > 0 ? noise : repeated(steps);
        double[] effects = moved.stream().mapToDouble(steps::effect).toArray();
        List<Integer> combined = steps.combined();
        return new StepEffects(
                moved.stream().map(inputs::get).toList(),
                new Estimates(effects, effects, effects).widened(TWO_SIDED * Math.sqrt(2) * known),
                inputs.stream()
                        .filter(name -> !moved.contains(inputs.indexOf(name)))
                        .toList(),
                known,
                combined.stream().mapToDouble(steps::added).toArray(),
                combined.stream().mapToDouble(row -> steps.y()[row]).toArray(),
                Statistics.quantile(steps.y(), 1) - Statistics.quantile(steps.y(), 0));
    }

    private static double repeated(Steps steps) {
        double[] repeats = steps.repeats();
        return repeats.length >= FEWEST_REPEATS ? Statistics.sd(repeats) : 0;
    }

    private static void requireOne(List<Integer> moved, List<String> inputs, Steps steps) {
        if (moved.isEmpty()) {
            throw new IllegalArgumentException("one-at-a-time: no run differs from row " + (steps.base() + 1)
                    + " in one of the inputs " + inputs
                    + " alone; give a table with such runs, choose another base, or use gp-sensitivity");
        }
    }

    /** What is to be said about it; {@code leftOut} rows had empty cells. */
    Quality quality(int leftOut) {
        Quality quality = Quality.ok();
        if (leftOut > 0) {
            quality = quality.flag(OK, "invalid_rows: " + leftOut + " with an empty cell left out");
        }
        if (noise == 0) {
            quality = quality.flag(OK, "noise_unknown: 0 used, so intervals have no width");
        }
        return interactions(Flags.add(quality, SUSPICIOUS, "not_identifiable", unmoved()));
    }

    private List<String> unmoved() {
        return idle.stream().map(name -> "no run moves " + name + " alone").toList();
    }

    private Quality interactions(Quality quality) {
        if (added.length == 0) {
            return quality.flag(OK, "interactions_invisible: no run to be checked moves two inputs at once");
        }
        double largest = 0;
        for (int i = 0; i < added.length; i++) {
            largest = Math.max(largest, Math.abs(found[i] - added[i]));
        }
        double limit = Math.max(UNSEEN * span, 3 * noise * Math.sqrt(2 * names.size() + 1.0));
        return largest <= limit
                ? quality
                : quality.flag(
                        SUSPICIOUS,
                        String.format(
                                Locale.ROOT,
                                "interactions: %d runs of several steps are up to %.3g off the sum of the steps",
                                added.length,
                                largest));
    }
}
