package org.busbar.optimizers.search.space;

import java.math.BigDecimal;
import org.busbar.api.Parameter;

/**
 * The coordinates one parameter may take: numbers in its own unit, or options by their place.
 *
 * @param origin where steps are counted from
 * @param step 0 if any number between the limits may be set
 * @param tens the power of ten that makes the origin and the step whole numbers; 0 if there is none that is small
 */
record Domain(double origin, double step, double min, double max, double tens) {

    /** A last step that rounding alone pushes past the limit still counts; a share of a step. */
    private static final double ROUNDING = 1e-6;

    private static final double EXACT_WHOLE = 0x1p53;

    private static final int PLACES = 12;

    Domain(double origin, double step, double min, double max) {
        this(origin, step, min, max, step == 0 ? 0 : tens(origin, step, Math.max(Math.abs(min), Math.abs(max))));
    }

    private static double tens(double origin, double step, double largest) {
        int places = Math.max(places(origin), places(step));
        double tens = BigDecimal.ONE.scaleByPowerOfTen(Math.min(places, PLACES)).doubleValue();
        return places <= PLACES && (largest + step) * tens < EXACT_WHOLE ? tens : 0;
    }

    private static int places(double number) {
        return Math.max(0, BigDecimal.valueOf(number).stripTrailingZeros().scale());
    }

    /** @throws IllegalArgumentException if the parameter is neither a number nor a choice */
    static Domain of(Parameter parameter) {
        if (parameter instanceof Parameter.Real real) {
            return new Domain(real.min(), real.step(), real.min(), real.max());
        }
        if (parameter instanceof Parameter.Whole whole) {
            return new Domain(whole.min(), 1, whole.min(), whole.max());
        }
        if (parameter instanceof Parameter.Choice choice) {
            return new Domain(0, 1, 0, choice.options().size() - 1);
        }
        throw new IllegalArgumentException("The space cannot be searched over " + parameter.name() + ", a "
                + parameter.getClass().getSimpleName() + "; it may have real and whole numbers and choices");
    }

    /** Only this coordinate. */
    Domain fixed(double coordinate) {
        return new Domain(coordinate, 0, coordinate, coordinate);
    }

    /** The part from {@code low} to {@code high}, or the coordinate nearest to its middle if that part has none. */
    Domain narrowed(double low, double high) {
        Domain part =
                new Domain(origin, step, Math.max(min, Math.min(max, low)), Math.min(max, Math.max(min, high)), tens);
        return part.min <= part.max && part.first() <= part.last() ? part : fixed(nearest((low + high) / 2));
    }

    boolean isConstant() {
        return levels() == 1;
    }

    boolean isStepped() {
        return step > 0;
    }

    /** How many coordinates there are; infinite if any number will do. */
    double levels() {
        if (step == 0) {
            return min == max ? 1 : Double.POSITIVE_INFINITY;
        }
        return last() - first() + 1;
    }

    /** The coordinate nearest to a number; the lowest one for NaN. */
    double nearest(double number) {
        double within = Math.min(max, Math.max(min, Double.isNaN(number) ? min : number));
        return step == 0 ? within : onStep(Math.min(last(), Math.max(first(), Math.rint((within - origin) / step))));
    }

    /** The coordinate after {@code steps} steps from the lowest one; only if stepped. */
    double level(double steps) {
        return onStep(Math.min(last(), first() + steps));
    }

    /** The next coordinate up or down, or the same at a limit; only if stepped. */
    double beside(double coordinate, int steps) {
        return nearest(coordinate + steps * step);
    }

    /** Whether a number is one of the coordinates, up to rounding. */
    boolean holds(double number) {
        double slack = 1e-9 * (max - min) + 1e-12 * Math.max(Math.abs(min), Math.abs(max));
        if (!(number >= min - slack && number <= max + slack)) {
            return false;
        }
        return step == 0 || Math.abs(nearest(number) - number) <= ROUNDING * step;
    }

    private double first() {
        return step == 0 ? 0 : Math.ceil((min - origin) / step - ROUNDING);
    }

    private double last() {
        return step == 0 ? 0 : Math.floor((max - origin) / step + ROUNDING);
    }

    /** In decimals, so that 0.2 and three steps of 0.05 are 0.35 and not 0.35000000000000003. */
    private double onStep(double steps) {
        double exact = tens > 0 ? (Math.rint(origin * tens) + steps * Math.rint(step * tens)) / tens : decimal(steps);
        return Math.min(max, Math.max(min, exact));
    }

    private double decimal(double steps) {
        return BigDecimal.valueOf(origin)
                .add(BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(steps)))
                .doubleValue();
    }
}
