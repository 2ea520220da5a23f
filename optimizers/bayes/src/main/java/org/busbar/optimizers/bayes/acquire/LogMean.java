package org.busbar.optimizers.bayes.acquire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.busbar.api.optimize.Acquisition.Worth;

/**
 * The logarithm of the mean of what several worths are the logarithms of: one for each of equally likely models.
 *
 * @param parts at least one
 */
record LogMean(List<Worth> parts) implements Worth {

    LogMean {
        parts = List.copyOf(parts);
    }

    /** The only one, or their mean. */
    static Worth of(List<Worth> parts) {
        return parts.size() == 1 ? parts.get(0) : new LogMean(parts);
    }

    @Override
    public double[] of(double[][] rows) {
        List<double[]> each = new ArrayList<>();
        for (Worth part : parts) {
            each.add(part.of(rows));
        }
        double[] worth = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            int row = r;
            worth[r] = Logs.mean(each.stream().mapToDouble(one -> one[row]).toArray());
        }
        return worth;
    }

    @Override
    public Optional<Double> climb(double[] row, double[] slope) {
        double[] logs = new double[parts.size()];
        double[][] slopes = new double[parts.size()][slope.length];
        for (int s = 0; s < logs.length; s++) {
            Optional<Double> log = parts.get(s).climb(row, slopes[s]);
            if (log.isEmpty()) {
                return log;
            }
            logs[s] = log.get();
        }
        mix(logs, slopes, slope);
        return Optional.of(Logs.mean(logs));
    }

    private static void mix(double[] logs, double[][] slopes, double[] slope) {
        Arrays.fill(slope, 0);
        double total = Logs.sum(logs, logs.length);
        for (int s = 0; s < logs.length; s++) {
            double share = Double.isInfinite(total) ? 0 : StrictMath.exp(logs[s] - total);
            for (int k = 0; k < slope.length; k++) {
                slope[k] += share * slopes[s][k];
            }
        }
    }
}
