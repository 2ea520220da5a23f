package org.busbar.analyses.sensitivity;

import java.util.ArrayList;
import java.util.List;

/**
 * The products of outputs whose means make the Sobol indices, so that a bootstrap has only to weigh them.
 *
 * <p>With outputs centred: S<sub>i</sub> = mean(f<sub>B</sub>(f<sub>ABi</sub> - f<sub>A</sub>))/V (A. Saltelli et al.,
 * Comput. Phys. Commun. 181 (2010) 259, doi:10.1016/j.cpc.2009.09.018); ST<sub>i</sub> = mean((f<sub>A</sub> -
 * f<sub>ABi</sub>)<sup>2</sup>)/(2V) (M. J. W. Jansen, Comput. Phys. Commun. 117 (1999) 35,
 * doi:10.1016/S0010-4655(98)00154-4); S<sub>ij</sub> = mean(f<sub>BAi</sub> f<sub>ABj</sub> - f<sub>A</sub>
 * f<sub>B</sub>)/V - S<sub>i</sub> - S<sub>j</sub>.
 */
final class SobolProducts {

    private final int inputs;
    private final double[] sums;
    private final double[] squares;
    private final double[][] products;

    SobolProducts(SobolRuns runs) {
        SobolRuns centred = runs.centred();
        inputs = runs.design().inputs();
        sums = new double[runs.blocks()];
        squares = new double[runs.blocks()];
        for (int i = 0; i < sums.length; i++) {
            double a = centred.a()[i];
            double b = centred.b()[i];
            sums[i] = (a + b) / 2;
            squares[i] = (a * a + b * b) / 2;
        }
        products = products(centred);
    }

    private static double[][] products(SobolRuns runs) {
        List<double[]> products = new ArrayList<>();
        int k = runs.design().inputs();
        for (int i = 0; i < k; i++) {
            products.add(first(runs, i));
        }
        for (int i = 0; i < k; i++) {
            products.add(total(runs, i));
        }
        for (int i = 0; runs.design().secondOrder() && i < k; i++) {
            for (int j = i + 1; j < k; j++) {
                products.add(second(runs, i, j));
            }
        }
        return products.toArray(double[][]::new);
    }

    private static double[] first(SobolRuns runs, int i) {
        double[] product = runs.ab(i).clone();
        for (int r = 0; r < product.length; r++) {
            product[r] = runs.b()[r] * (product[r] - runs.a()[r]);
        }
        return product;
    }

    private static double[] total(SobolRuns runs, int i) {
        double[] product = runs.ab(i).clone();
        for (int r = 0; r < product.length; r++) {
            double difference = product[r] - runs.a()[r];
            product[r] = difference * difference / 2;
        }
        return product;
    }

    private static double[] second(SobolRuns runs, int i, int j) {
        double[] product = runs.ba(i).clone();
        for (int r = 0; r < product.length; r++) {
            product[r] = product[r] * runs.ab(j)[r] - runs.a()[r] * runs.b()[r];
        }
        return product;
    }

    /**
     * S of each input, then ST of each, then S of each pair in the order 1-2, 1-3, ..., 2-3, ...
     *
     * @param counts how often each block counts
     */
    double[] indices(int[] counts) {
        double mean = mean(sums, counts);
        double variance = mean(squares, counts) - mean * mean;
        double[] indices = new double[products.length];
        for (int p = 0; p < indices.length; p++) {
            indices[p] = mean(products[p], counts) / variance;
        }
        int pair = 2 * inputs;
        for (int i = 0; pair < indices.length; i++) {
            for (int j = i + 1; j < inputs; j++) {
                indices[pair++] -= indices[i] + indices[j];
            }
        }
        return indices;
    }

    private static double mean(double[] numbers, int[] counts) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += counts[i] * numbers[i];
        }
        return sum / numbers.length;
    }
}
