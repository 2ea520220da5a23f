package org.busbar.api;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Exponents of the SI base units, and of the pH scale, which converts to nothing else. */
final class Dimension {

    static final String[] BASE = {"m", "kg", "s", "A", "K", "mol", "cd", "pH"};
    static final Dimension NONE = new Dimension(new int[BASE.length]);

    private final int[] exponents;

    private Dimension(int[] exponents) {
        this.exponents = exponents;
    }

    static Dimension base(int index) {
        int[] exponents = new int[BASE.length];
        exponents[index] = 1;
        return new Dimension(exponents);
    }

    /** This dimension multiplied by {@code other} to the power {@code exponent}. */
    Dimension times(Dimension other, int exponent) {
        int[] sum = exponents.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += exponent * other.exponents[i];
        }
        return new Dimension(sum);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Dimension that && Arrays.equals(exponents, that.exponents);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(exponents);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < exponents.length; i++) {
            if (exponents[i] != 0) {
                text.append(text.isEmpty() ? "" : " ").append(BASE[i]).append(exponents[i] == 1 ? "" : exponents[i]);
            }
        }
        return text.isEmpty() ? "1" : text.toString();
    }
}
