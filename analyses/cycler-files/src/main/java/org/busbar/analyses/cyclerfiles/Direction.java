package org.busbar.analyses.cyclerfiles;

import java.util.Locale;

/** What a cycler's word for the state of a cell says about the sign of the current. */
enum Direction {
    CHARGE,
    DISCHARGE,
    UNKNOWN;

    /** The direction in words such as {@code C}, {@code D}, {@code CC_DChg}, {@code Charge}. */
    static Direction of(String word) {
        String lower = word.strip().toLowerCase(Locale.ROOT);
        if (lower.equals("d") || lower.contains("dchg") || lower.contains("disch") || lower.contains("dis-ch")) {
            return DISCHARGE;
        }
        return lower.equals("c") || lower.contains("chg") || lower.contains("charge") ? CHARGE : UNKNOWN;
    }
}
