package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.List;

/** Plain vectors. Sums run from the first element to the last. */
final class Vectors {

    private static final double DEPENDENT = 1e-9;

    private Vectors() {}

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    static double[] unit(int size, int at, double length) {
        double[] unit = new double[size];
        unit[at] = length;
        return unit;
    }

    static double[] times(double[] a, double factor) {
        double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            product[i] = a[i] * factor;
        }
        return product;
    }

    /** {@code a + factor b}. */
    static double[] plus(double[] a, double factor, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i] + factor * b[i];
        }
        return sum;
    }

    static double[] minus(double[] a, double[] b) {
        return plus(a, -1, b);
    }

    /** The part of {@code a} at right angles to an orthonormal basis. */
    static double[] without(double[] a, List<double[]> basis) {
        double[] rest = a;
        for (double[] direction : basis) {
            rest = plus(rest, -dot(rest, direction), direction);
        }
        return rest;
    }

    /** The part of {@code a} within the span of an orthonormal basis. */
    static double[] along(double[] a, List<double[]> basis) {
        double[] part = new double[a.length];
        for (double[] direction : basis) {
            part = plus(part, dot(a, direction), direction);
        }
        return part;
    }

    /** An orthonormal basis of what is left at right angles to {@code taken} of the span of {@code vectors}. */
    static List<double[]> basis(List<double[]> taken, List<double[]> vectors) {
        List<double[]> all = new ArrayList<>(taken);
        for (double[] vector : vectors) {
            double size = norm(vector);
            double[] rest = without(without(vector, all), all);
            double left = norm(rest);
            if (left > DEPENDENT * size && size > 0) {
                all.add(times(rest, 1 / left));
            }
        }
        return List.copyOf(all.subList(taken.size(), all.size()));
    }

    /** An orthonormal basis of everything at right angles to {@code taken}, an orthonormal basis itself. */
    static List<double[]> complement(int size, List<double[]> taken) {
        List<double[]> axes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            axes.add(unit(size, i, 1));
        }
        List<double[]> rest = basis(taken, axes);
        return rest.subList(0, Math.min(rest.size(), size - taken.size()));
    }
}
