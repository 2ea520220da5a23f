package org.busbar.optimizers.bayes.acquire;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.busbar.api.LabId;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Outlook;
import org.osgi.service.component.annotations.Component;

/**
 * The logarithm of the variance of what is expected, of several objectives of their sum: to learn, not to optimise.
 *
 * <p>Source: D. J. C. MacKay, Neural Comput. 4 (1992) 590, doi:10.1162/neco.1992.4.4.590.
 */
@Component
@LabId(LargestVariance.ID)
public final class LargestVariance implements Acquisition {

    static final String ID = "variance";

    @Override
    public Worth weigh(Outlook outlook) {
        Settings.of(outlook, this, ID);
        Objectives.check(outlook, ID, 1, Integer.MAX_VALUE, "one objective or more");
        return new Total(outlook.models());
    }

    @Override
    public boolean isLogarithmic() {
        return true;
    }

    private record Total(List<Model> models) implements Worth {

        @Override
        public double[] of(double[][] rows) {
            double[] sum = new double[rows.length];
            for (Model model : models) {
                double[] deviations = model.predict(rows).deviations();
                for (int r = 0; r < rows.length; r++) {
                    sum[r] += deviations[r] * deviations[r];
                }
            }
            return Arrays.stream(sum).map(StrictMath::log).toArray();
        }

        @Override
        public Optional<Double> climb(double[] row, double[] slope) {
            Arrays.fill(slope, 0);
            double sum = 0;
            for (Model model : models) {
                Optional<Model.Slope> at = model.slope(row);
                if (at.isEmpty()) {
                    return Optional.empty();
                }
                double deviation = at.get().deviation();
                sum += deviation * deviation;
                add(2 * deviation, at.get().ofDeviation(), slope);
            }
            scale(slope, sum > 0 ? 1 / sum : 0);
            return Optional.of(StrictMath.log(sum));
        }

        private static void add(double times, double[] some, double[] slope) {
            for (int k = 0; k < slope.length; k++) {
                slope[k] += times * some[k];
            }
        }

        private static void scale(double[] slope, double by) {
            for (int k = 0; k < slope.length; k++) {
                slope[k] *= by;
            }
        }
    }
}
