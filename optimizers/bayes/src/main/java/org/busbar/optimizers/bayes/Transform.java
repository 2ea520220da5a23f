package org.busbar.optimizers.bayes;

import java.util.Arrays;
import java.util.Locale;

/** What is done to values before they are learnt from. */
enum Transform {
    /** Mean 0 and standard deviation 1. */
    STANDARD,
    /** First the bad side is drawn in to the lower quartile less 1.5 times the distance of the quartiles. */
    WINSORIZED,
    /** First bent to a symmetric law by Yeo and Johnson's power. */
    YEO_JOHNSON;

    static final Transform USUAL = STANDARD;

    static String[] names() {
        return Arrays.stream(values()).map(Transform::word).toArray(String[]::new);
    }

    static Transform of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
