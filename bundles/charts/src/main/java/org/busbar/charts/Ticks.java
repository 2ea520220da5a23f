package org.busbar.charts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers written along an axis.
 *
 * @param exponent the numbers written are to be taken times ten to this power
 */
record Ticks(List<Tick> ticks, int exponent) {

    /** One of them: where it is, and what is written there. */
    record Tick(double value, String label) {}

    private static final double WRITTEN_OUT = 1e5;
    private static final double SMALL = 1e-2;

    /** About as many as {@code wanted}, at 1, 2 or 5 times a power of ten. */
    static Ticks linear(Domain domain, int wanted) {
        double step = step((domain.high() - domain.low()) / Math.max(1, wanted));
        long first = (long) Math.ceil(domain.low() / step - 1e-9);
        long last = (long) Math.floor(domain.high() / step + 1e-9);
        int exponent = exponent(Math.max(Math.abs(first * step), Math.abs(last * step)));
        BigDecimal exact = new BigDecimal(String.valueOf(step));
        List<Tick> ticks = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            BigDecimal value = exact.multiply(BigDecimal.valueOf(i));
            ticks.add(new Tick(value.doubleValue(), label(value, exact, exponent)));
        }
        return new Ticks(List.copyOf(ticks), exponent);
    }

    private static String label(BigDecimal value, BigDecimal step, int exponent) {
        int places = Math.max(0, step.stripTrailingZeros().scale() + exponent);
        String digits = value.scaleByPowerOfTen(-exponent)
                .setScale(places, RoundingMode.HALF_UP)
                .toPlainString();
        return digits.replace('-', '\u2212');
    }

    /** The smallest of 1, 2, 5, 10 times a power of ten that is not below {@code least}. */
    private static double step(double least) {
        int power = (int) Math.floor(Math.log10(least));
        for (int factor : new int[] {1, 2, 5}) {
            double step = Double.parseDouble(factor + "e" + power);
            if (step >= least * (1 - 1e-9)) {
                return step;
            }
        }
        return Double.parseDouble("1e" + (power + 1));
    }

    private static int exponent(double largest) {
        boolean written = largest == 0 || largest < WRITTEN_OUT && largest >= SMALL;
        return written ? 0 : 3 * (int) Math.floor(Math.log10(largest * (1 + 1e-9)) / 3);
    }
}
