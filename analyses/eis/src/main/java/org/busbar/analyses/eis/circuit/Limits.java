package org.busbar.analyses.eis.circuit;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The resistances of a circuit at both ends of the frequency axis.
 *
 * <p>Where a part of the outermost series blocks direct current (or, at high frequency, an inductance blocks), the
 * elements that block are left out of that part.
 */
public final class Limits {

    private Limits() {}

    /** At infinite frequency, Ohm. */
    public static double high(Circuit circuit, double[] values) {
        return sum(circuit, element -> element.high(values));
    }

    /** At frequency 0, Ohm. */
    public static double low(Circuit circuit, double[] values) {
        return sum(circuit, element -> element.low(values));
    }

    /** Whether something was left out of {@link #low}. */
    public static boolean blocks(Circuit circuit, double[] values) {
        return Double.isInfinite(circuit.low(values));
    }

    private static double sum(Circuit circuit, ToDoubleFunction<Circuit> limit) {
        double sum = 0;
        for (Circuit part : circuit instanceof Series series ? series.parts() : List.of(circuit)) {
            double strict = limit.applyAsDouble(part);
            double resistance = Double.isInfinite(strict) ? passing(part, limit) : strict;
            sum += Double.isInfinite(resistance) ? 0 : resistance;
        }
        return sum;
    }

    /** The limit without the elements that block; infinite if no other is left. */
    private static double passing(Circuit part, ToDoubleFunction<Circuit> limit) {
        if (part instanceof Parallel parallel) {
            return Parallel.parallel(parallel.parts().stream()
                    .mapToDouble(branch -> passing(branch, limit))
                    .toArray());
        }
        return part instanceof Series series ? passingSeries(series, limit) : limit.applyAsDouble(part);
    }

    private static double passingSeries(Series series, ToDoubleFunction<Circuit> limit) {
        double sum = 0;
        boolean none = true;
        for (Circuit part : series.parts()) {
            double resistance = passing(part, limit);
            none &= Double.isInfinite(resistance);
            sum += Double.isInfinite(resistance) ? 0 : resistance;
        }
        return none ? Double.POSITIVE_INFINITY : sum;
    }
}
