package org.busbar.analyses.files;

import java.util.Arrays;

/** Numbers that become more. For one thread. */
public final class GrowingColumn {

    private double[] numbers = new double[1024];
    private int size;

    /** None yet. */
    public GrowingColumn() {}

    /** Adds one at the end. */
    public void add(double number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size + (size >> 1));
        }
        numbers[size++] = number;
    }

    public int size() {
        return size;
    }

    /** A fresh array of all. */
    public double[] toArray() {
        return Arrays.copyOf(numbers, size);
    }
}
