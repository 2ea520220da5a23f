package org.busbar.optimizers.bayes.acquire;

import java.util.List;
import org.busbar.api.optimize.Model;

/** Equally likely models; its own forecast is their mean. */
record Ensemble(List<Model> members) implements Model {

    @Override
    public Forecast predict(double[][] rows) {
        double[] means = new double[rows.length];
        double[] deviations = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            double square = 0;
            for (Model member : members) {
                Forecast one = member.predict(new double[][] {rows[r]});
                means[r] += one.means()[0] / members.size();
                square +=
                        (one.means()[0] * one.means()[0] + one.deviations()[0] * one.deviations()[0]) / members.size();
            }
            deviations[r] = Math.sqrt(Math.max(0, square - means[r] * means[r]));
        }
        return new Forecast(means, deviations);
    }

    @Override
    public Model with(double[] row, double value) {
        return new Ensemble(
                members.stream().map(member -> member.with(row, value)).toList());
    }
}
