package org.busbar.optimizers.bayes.acquire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.optimizers.search.numeric.Normal;

/**
 * The different sides that boxes have along one objective. For each, the logarithm of the expected part of it that a normal
 * value passes: E[(min(f, high) - low)⁺] = EI(low) - EI(high).
 */
final class Spans {

    private final Map<List<Double>, Integer> places = new LinkedHashMap<>();
    private final List<double[]> sides = new ArrayList<>();

    /** The place of a side, which is added unless it is there. */
    int place(double low, double high) {
        return places.computeIfAbsent(List.of(low, high), key -> {
            sides.add(new double[] {low, high});
            return sides.size() - 1;
        });
    }

    int size() {
        return sides.size();
    }

    /** The logarithm for each side. */
    double[] logs(double mean, double deviation) {
        double[] logs = new double[size()];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = log(mean, deviation, sides.get(i));
        }
        return logs;
    }

    private static double log(double mean, double deviation, double[] side) {
        double all = Improvement.log(mean, deviation, side[0]);
        return side[1] == Double.POSITIVE_INFINITY
                ? all
                : Logs.difference(all, Improvement.log(mean, deviation, side[1]));
    }

    /** How the logarithm of one side changes with the mean and the deviation. */
    double[] partials(int place, double mean, double deviation, double log) {
        if (!(deviation > 0) || Double.isInfinite(log)) {
            return certain(place, mean, log);
        }
        double low = (mean - sides.get(place)[0]) / deviation;
        double high = (mean - sides.get(place)[1]) / deviation;
        double ofMean = StrictMath.exp(Logs.mass(high, low) - log);
        return new double[] {ofMean, density(low, log) - density(high, log)};
    }

    private double[] certain(int place, double mean, double log) {
        boolean rising = mean > sides.get(place)[0] && mean < sides.get(place)[1];
        return new double[] {rising ? StrictMath.exp(-log) : 0, 0};
    }

    private static double density(double z, double log) {
        return Double.isInfinite(z) ? 0 : StrictMath.exp(Normal.logPdf(z) - log);
    }
}
