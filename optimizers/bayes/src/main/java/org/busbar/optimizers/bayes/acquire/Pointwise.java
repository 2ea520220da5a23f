package org.busbar.optimizers.bayes.acquire;

import java.util.Optional;
import org.busbar.api.optimize.Acquisition.Worth;
import org.busbar.api.optimize.Model;

/** Scores each row by what one model expects there. */
record Pointwise(Model model, Score score) implements Worth {

    @Override
    public double[] of(double[][] rows) {
        Model.Forecast forecast = model.predict(rows);
        double[] worth = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            worth[r] = score.at(forecast.means()[r], forecast.deviations()[r]);
        }
        return worth;
    }

    @Override
    public Optional<Double> climb(double[] row, double[] slope) {
        Optional<Model.Slope> at = model.slope(row);
        at.ifPresent(tangent -> {
            double[] partials = score.partials(tangent.mean(), tangent.deviation());
            for (int k = 0; k < slope.length; k++) {
                slope[k] = partials[0] * tangent.ofMean()[k] + partials[1] * tangent.ofDeviation()[k];
            }
        });
        return at.map(tangent -> score.at(tangent.mean(), tangent.deviation()));
    }
}
