package org.busbar.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The numbers written along a logarithmic axis. */
final class Decades {

    private static final int PLAIN = 3;

    private Decades() {}

    /** Powers of ten; with 2 and 5 times them, or evenly spaced numbers, if there are too few. */
    static Ticks of(Domain domain, int wanted) {
        int first = (int) Math.ceil(Math.log10(domain.low()) - 1e-9);
        int last = (int) Math.floor(Math.log10(domain.high()) + 1e-9);
        if (last - first >= 2) {
            return powers(first, last, 1 + (last - first) / Math.max(2, wanted));
        }
        List<Ticks.Tick> few = within(domain, first - 1, last + 1);
        return few.size() >= 3 ? new Ticks(few, 0) : Ticks.linear(domain, Math.min(4, wanted));
    }

    /** Where short strokes stand: 2 to 9 times each power of ten, unless there are more than ten powers. */
    static List<Double> between(Domain domain) {
        List<Double> places = new ArrayList<>();
        int first = (int) Math.floor(Math.log10(domain.low()));
        int last = (int) Math.floor(Math.log10(domain.high()));
        for (int power = first; power <= last && last - first <= 10; power++) {
            for (int factor = 2; factor <= 9; factor++) {
                double value = Double.parseDouble(factor + "e" + power);
                if (value > domain.low() && value < domain.high()) {
                    places.add(value);
                }
            }
        }
        return places;
    }

    private static Ticks powers(int first, int last, int each) {
        List<Ticks.Tick> ticks = new ArrayList<>();
        boolean plain = first >= -PLAIN && last <= PLAIN;
        for (int power = first; power <= last; power++) {
            if (Math.floorMod(power, each) == 0) {
                ticks.add(new Ticks.Tick(Double.parseDouble("1e" + power), label(1, power, plain)));
            }
        }
        return new Ticks(List.copyOf(ticks), 0);
    }

    private static List<Ticks.Tick> within(Domain domain, int first, int last) {
        List<Ticks.Tick> ticks = new ArrayList<>();
        boolean plain = first >= -PLAIN - 1 && last <= PLAIN + 1;
        for (int power = first; power <= last; power++) {
            for (int factor : new int[] {1, 2, 5}) {
                double value = Double.parseDouble(factor + "e" + power);
                if (value >= domain.low() && value <= domain.high()) {
                    ticks.add(new Ticks.Tick(value, label(factor, power, plain)));
                }
            }
        }
        return List.copyOf(ticks);
    }

    private static String label(int factor, int power, boolean plain) {
        if (plain) {
            return BigDecimal.valueOf(factor).scaleByPowerOfTen(power).toPlainString();
        }
        return (factor == 1 ? "" : factor + "\u00b7") + "10" + Titles.raised(Integer.toString(power));
    }
}
