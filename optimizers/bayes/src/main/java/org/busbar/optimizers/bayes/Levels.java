package org.busbar.optimizers.bayes;

import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.optimize.Column;
import org.busbar.api.optimize.Fidelity;
import org.busbar.api.optimize.Model;
import org.busbar.optimizers.bayes.acquire.Improvement;
import org.busbar.optimizers.search.space.EncodedSpace;

/** Chooses how faithful a trial should be: what it may teach about the target, for what it costs. */
final class Levels {

    private final EncodedSpace space;
    private final Fidelity fidelity;

    Levels(EncodedSpace space, Fidelity fidelity) {
        this.space = space;
        this.fidelity = fidelity;
    }

    /** Rows as they would be at a level. */
    static double[][] moved(EncodedSpace space, Fidelity fidelity, Values sample, double[][] rows) {
        double[] level = space.encode(sample);
        List<Column> columns = space.columns();
        double[][] moved = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            moved[i] = rows[i].clone();
            for (int c = 0; c < level.length; c++) {
                if (columns.get(c).parameter().equals(fidelity.parameter())) {
                    moved[i][c] = level[c];
                }
            }
        }
        return moved;
    }

    /**
     * The level at which a point should be tried: that with the largest expected gain at the target per cost, where a
     * trial tells as much of the target as the two vary together. The gain is that of the mean expected at the target after
     * the trial (the knowledge gradient of two places; Frazier, Powell and Dayanik 2009, doi:10.1287/ijoc.1080.0314).
     *
     * @param point any point of the space, whose other parameters count
     * @param best the best mean expected at the target so far
     */
    Fidelity.Level choose(Model model, Values point, double best) {
        Fidelity.Level chosen = fidelity.target();
        double most = Double.NEGATIVE_INFINITY;
        double[] target = row(point, fidelity.target());
        for (Fidelity.Level level : fidelity.levels()) {
            double worth = logGain(model, target, row(point, level), best) - StrictMath.log(level.cost());
            if (worth > most) {
                most = worth;
                chosen = level;
            }
        }
        return chosen;
    }

    private double[] row(Values point, Fidelity.Level level) {
        return space.encode(point.with(fidelity.parameter(), level.value()));
    }

    private static double logGain(Model model, double[] target, double[] at, double best) {
        double[][] joint = model.covariance(new double[][] {target, at});
        double mean = model.predict(new double[][] {target}).means()[0];
        double told = joint[0][1] / Math.sqrt(joint[1][1] + model.noise() + 1e-12);
        return Improvement.log(mean, Math.max(Math.abs(told), 1e-9), best);
    }
}
