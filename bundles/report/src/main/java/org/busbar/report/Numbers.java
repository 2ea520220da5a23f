package org.busbar.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Value;

/** Writes numbers, quantities and times as people read them. */
final class Numbers {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Numbers() {}

    /** To four significant digits; a whole number in full. */
    static String plain(double number) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "unknown" : number > 0 ? "∞" : "−∞";
        }
        BigDecimal exact = BigDecimal.valueOf(number);
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e9;
        BigDecimal rounded = (whole ? exact : exact.round(new MathContext(4))).stripTrailingZeros();
        boolean unwieldy = rounded.precision() - rounded.scale() > 9 || rounded.scale() > 9;
        return unwieldy ? rounded.toString() : rounded.toPlainString();
    }

    /** A value with its unit, and with its uncertainty to two digits where that is known. */
    static String of(Value value) {
        if (!(value instanceof Quantity q)) {
            return value.toString();
        }
        return q.uncertainty() > 0 ? q.toString() : withUnit(plain(q.value()), q.unit());
    }

    /** A value of a parameter, a number in the parameter's own unit, which is left out. */
    static String bare(Parameter parameter, Value value) {
        if (!(value instanceof Quantity q)) {
            return value.toString();
        }
        return plain(parameter instanceof Parameter.Real r ? q.in(r.unit()) : q.value());
    }

    /** A value of a parameter, a number in the parameter's own unit. */
    static String of(Parameter parameter, Value value) {
        return parameter instanceof Parameter.Real r ? withUnit(bare(r, value), r.unit()) : bare(parameter, value);
    }

    private static String withUnit(String number, Unit unit) {
        return symbol(unit).isEmpty() ? number : number + " " + symbol(unit);
    }

    /** The unit as it is printed behind a number; nothing for a number without one. */
    static String symbol(Unit unit) {
        return unit.equals(Unit.ONE) ? "" : unit.ucum();
    }

    /** As in {@code 12 %}. */
    static String percent(double share) {
        return share > 0 && share < 0.001
                ? "< 0.1 %"
                : String.format(Locale.ROOT, share < 0.1 ? "%.1f %%" : "%.0f %%", share * 100);
    }

    /** A length of time given in s, as in {@code 850 ms}, {@code 12.3 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    static String duration(double seconds) {
        if (seconds < 0.9995) {
            return Math.round(seconds * 1000) + " ms";
        }
        if (seconds < 59.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        if (seconds < 3599.5) {
            return pair(Math.round(seconds), 60, "min", "s");
        }
        return seconds < 86370
                ? pair(Math.round(seconds / 60), 60, "h", "min")
                : pair(Math.round(seconds / 3600), 24, "d", "h");
    }

    private static String pair(long amount, long size, String large, String small) {
        return amount / size + " " + large + " " + amount % size + " " + small;
    }

    static String date(Instant instant) {
        return DATE.format(instant);
    }
}
