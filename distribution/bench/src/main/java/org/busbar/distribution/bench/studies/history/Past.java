package org.busbar.distribution.bench.studies.history;

import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.optimize.History;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Question;
import org.busbar.distribution.bench.studies.electrolyte.Temperature;
import org.busbar.optimizers.search.numeric.Keyed;

/** One factor at a time, measured once around a random formulation of the old material. */
record Past(Temperature material, List<Integer> tried, double[] measured) {

    private static final int MOST = 9;

    static Past of(Temperature material, long seed) throws InterruptedException {
        Laboratory laboratory = new Laboratory(material, seed);
        int centre = Keyed.of(seed, 7).below(material.size());
        Question question = new Question(material.problem(), List.of(), List.of(), MOST, seed);
        List<Values> design = OneFactorAtATime.around(material.point(centre), OneFactorAtATime.LEVELS)
                .next(question);
        List<Integer> tried = design.stream().map(material::index).toList();
        return new Past(
                material, tried, tried.stream().mapToDouble(laboratory::measure).toArray());
    }

    /** The formulation that looked best. */
    int best() {
        int best = 0;
        for (int i = 1; i < measured.length; i++) {
            best = measured[i] > measured[best] ? i : best;
        }
        return tried.get(best);
    }

    /** As it was. */
    History history() {
        return history("old material", measured);
    }

    /** With good and bad exchanged: lowest plus highest less each. */
    History misleading() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : measured) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double[] mirrored = measured.clone();
        for (int i = 0; i < mirrored.length; i++) {
            mirrored[i] = low + high - mirrored[i];
        }
        return history("old material, mirrored", mirrored);
    }

    private History history(String name, double... values) {
        Observation[] observed = new Observation[values.length];
        for (int i = 0; i < values.length; i++) {
            observed[i] = material.observation(tried.get(i), values[i]);
        }
        return new History(name, "", List.of(observed));
    }
}
