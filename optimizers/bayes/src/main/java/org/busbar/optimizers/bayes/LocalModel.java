package org.busbar.optimizers.bayes;

import java.util.Map;
import java.util.Optional;
import org.busbar.api.optimize.Model;
import org.busbar.optimizers.bayes.gp.Moments;
import org.busbar.optimizers.bayes.gp.Posterior;
import org.busbar.optimizers.bayes.gp.Tangent;

/**
 * What Gaussian processes have learnt from the rows near by.
 *
 * @param rows how many there are in all
 */
record LocalModel(Posterior posterior, int rows) implements Model {

    @Override
    public Forecast predict(double[][] places) {
        Moments moments = posterior.predict(places);
        return new Forecast(moments.means(), moments.sds());
    }

    @Override
    public LocalModel with(double[] row, double value) {
        return new LocalModel(posterior.with(row, value, Double.NaN), rows);
    }

    @Override
    public double[][] covariance(double[][] places) {
        return posterior.covariance(places, places);
    }

    @Override
    public Optional<Slope> slope(double[] row) {
        Tangent tangent = posterior.tangent(row);
        return Optional.of(new Slope(tangent.mean(), tangent.sd(), tangent.meanSlope(), tangent.sdSlope()));
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("rows", "of " + rows + " the 500 nearest to each place");
    }
}
