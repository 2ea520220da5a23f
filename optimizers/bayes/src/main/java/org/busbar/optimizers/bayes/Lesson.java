package org.busbar.optimizers.bayes;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Surrogate;
import org.busbar.api.optimize.Training;

/**
 * One output learnt.
 *
 * @param model expects values on the scale of {@code scaling}
 * @param values what was learnt, on that scale: one per row that gave the output
 */
record Lesson(Scaling scaling, Model model, double[] values) {

    static Lesson of(Knowledge knowledge, Outcomes outcomes, List<Training.Source> sources, Choices choices, long seed)
            throws InterruptedException {
        Scaling scaling = Scaling.of(outcomes, choices.transform());
        int[] given = outcomes.given();
        double[][] rows = new double[given.length][];
        double[] values = new double[given.length];
        double[] variances = new double[given.length];
        double[] noise = scaling.variances();
        for (int i = 0; i < given.length; i++) {
            rows[i] = knowledge.rows()[given[i]];
            values[i] = scaling.forth(outcomes.values()[given[i]]);
            variances[i] = noise[given[i]];
        }
        Choices.Named<Surrogate> surrogate = choices.surrogate();
        Training training =
                new Training(knowledge.space().columns(), rows, values, variances, sources, surrogate.settings(), seed);
        return new Lesson(scaling, surrogate.part().fit(training), values);
    }

    /** This lesson if the value at a row comes as it is expected to. */
    Lesson believing(double[] row) {
        double expected = model.predict(new double[][] {row}).means()[0];
        return new Lesson(scaling, model.with(row, expected), values);
    }

    /** Adds what is expected at a row. */
    Values add(Values expected, double[] row) {
        Model.Forecast forecast = model.predict(new double[][] {row});
        return expected.with(scaling.output(), scaling.back(forecast.means()[0], forecast.deviations()[0]));
    }

    /** What is known of similar problems, for one output; each standardised by itself. */
    static List<Training.Source> sources(List<Past> pasts, String output) {
        List<Training.Source> sources = new ArrayList<>();
        for (Past past : pasts) {
            past.source(output).ifPresent(sources::add);
        }
        return sources;
    }
}
