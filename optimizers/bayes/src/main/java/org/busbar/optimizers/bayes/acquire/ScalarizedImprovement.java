package org.busbar.optimizers.bayes.acquire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.busbar.api.optimize.Acquisition.Worth;
import org.busbar.api.optimize.Model;

/** The logarithm of the expected improvement of a scalarization, taken for normal with the moments it has over draws. */
record ScalarizedImprovement(List<Model> models, Scalarization scalarization, double[][] draws, double best)
        implements Worth {

    @Override
    public double[] of(double[][] rows) {
        List<Model.Forecast> forecasts =
                models.stream().map(model -> model.predict(rows)).toList();
        double[] worth = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            Scalarization.Moments moments = scalarization.at(forecasts, r, draws);
            worth[r] = Improvement.log(moments.mean(), moments.deviation(), best);
        }
        return worth;
    }

    @Override
    public Optional<Double> climb(double[] row, double[] slope) {
        List<Model.Slope> tangents = new ArrayList<>();
        models.forEach(model -> model.slope(row).ifPresent(tangents::add));
        if (tangents.size() < models.size()) {
            return Optional.empty();
        }
        Scalarization.Moments moments = scalarization.moments(
                tangents.stream().mapToDouble(Model.Slope::mean).toArray(),
                tangents.stream().mapToDouble(Model.Slope::deviation).toArray(),
                draws);
        double[] partials = new Improvement(best).partials(moments.mean(), moments.deviation());
        Arrays.fill(slope, 0);
        for (int m = 0; m < tangents.size(); m++) {
            add(tangents.get(m), total(partials, moments, m), total(partials, moments, m + tangents.size()), slope);
        }
        return Optional.of(Improvement.log(moments.mean(), moments.deviation(), best));
    }

    private static double total(double[] partials, Scalarization.Moments moments, int i) {
        return partials[0] * moments.ofMean()[i] + partials[1] * moments.ofDeviation()[i];
    }

    private static void add(Model.Slope at, double ofMean, double ofDeviation, double[] slope) {
        for (int k = 0; k < slope.length; k++) {
            slope[k] += ofMean * at.ofMean()[k] + ofDeviation * at.ofDeviation()[k];
        }
    }
}
