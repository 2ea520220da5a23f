package org.busbar.drivers.newerapump;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number and its unit as the pump takes them: at most four digits with a decimal point, three of them behind it.
 *
 * @param text such as {@code 12.34}
 * @param unit {@code UL}, {@code ML}, {@code UH}, {@code UM} or {@code MM}
 */
record FourDigits(String text, String unit) {

    private static final double HIGHEST = 9999.5;

    /** A volume in mL, in the unit in which it has most digits. */
    static FourDigits volume(double mL) {
        return mL * 1e3 < HIGHEST ? new FourDigits(text(mL * 1e3), "UL") : new FourDigits(text(mL), "ML");
    }

    /** A rate in mL/min, in the unit in which it has most digits. */
    static FourDigits rate(double mLPerMinute) {
        if (mLPerMinute * 60e3 < HIGHEST) {
            return new FourDigits(text(mLPerMinute * 60e3), "UH");
        }
        return mLPerMinute * 1e3 < HIGHEST
                ? new FourDigits(text(mLPerMinute * 1e3), "UM")
                : new FourDigits(text(mLPerMinute), "MM");
    }

    /**
     * A number from 0 to 9999, rounded to what four digits can say.
     *
     * @throws IllegalArgumentException if it is not in that range
     */
    static String text(double number) {
        if (!(number >= 0 && number < HIGHEST)) {
            throw new IllegalArgumentException("The pump takes numbers from 0 to 9999, not " + number);
        }
        BigDecimal exact = new BigDecimal(number);
        for (int places = 3; places > 0; places--) {
            BigDecimal rounded = exact.setScale(places, RoundingMode.HALF_EVEN);
            if (rounded.precision() <= 4) {
                return rounded.toPlainString();
            }
        }
        return exact.setScale(0, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** The number in mL or mL/min. */
    double value() {
        return Double.parseDouble(text) * factor(unit);
    }

    /**
     * How many mL, or mL/min, one of that unit is.
     *
     * @throws IllegalArgumentException if the pump has no such unit
     */
    static double factor(String unit) {
        return switch (unit) {
            case "ML", "MM" -> 1;
            case "UL", "UM" -> 1e-3;
            case "MH" -> 1 / 60.0;
            case "UH" -> 1 / 60e3;
            default -> throw new IllegalArgumentException("The pump has no unit " + unit);
        };
    }
}
