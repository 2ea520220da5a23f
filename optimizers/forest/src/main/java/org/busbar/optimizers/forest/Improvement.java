package org.busbar.optimizers.forest;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Takes the proposal of the highest expected improvement, weighted with its probability to give a value. */
final class Improvement implements Choice {

    /** Trees are grown to the end, so only replicates of one point share a leaf: what varies there is noise. */
    private static final int LEAF_SIZE = 1;

    @Override
    public Chosen choose(List<Proposal> proposals, Experience experience, SplittableRandom random) {
        Forest forest = fit(experience, random);
        double best = Collections.max(experience.values());
        Feasibility feasibility = new Feasibility(experience);
        Proposal chosen = Choice.best(
                proposals,
                proposal -> ExpectedImprovement.log(forest.predict(proposal.row()), best)
                        + StrictMath.log(feasibility.probability(proposal.row())));
        double share = ExpectedImprovement.exploration(forest.predict(chosen.row()), best);
        return new Chosen(
                chosen,
                share,
                String.format(
                        Locale.ROOT,
                        "Highest expected improvement over the best of %d values, %.0f %% of it for want of data there.",
                        experience.values().size(),
                        100 * share));
    }

    /**
     * Takes the mean expected at an awaited point for its value: Kriging believer (Ginsbourger, Le Riche, Carraro 2010,
     * doi:10.1007/978-3-642-10701-6_6).
     */
    private static Forest fit(Experience experience, SplittableRandom random) {
        double[][] x = experience.measured().toArray(double[][]::new);
        double[] y = experience.values().stream().mapToDouble(v -> v).toArray();
        Forest forest = Forest.fit(x, y, LEAF_SIZE, random.split());
        if (experience.awaited().isEmpty()) {
            return forest;
        }
        double[][] awaited = experience.awaited().toArray(double[][]::new);
        double[] believed = Arrays.stream(forest.predict(awaited))
                .mapToDouble(Prediction::mean)
                .toArray();
        return Forest.fit(joined(x, awaited), joined(y, believed), LEAF_SIZE, random.split());
    }

    private static double[][] joined(double[][] a, double[][] b) {
        return Stream.concat(Arrays.stream(a), Arrays.stream(b)).toArray(double[][]::new);
    }

    private static double[] joined(double[] a, double[] b) {
        double[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }
}
