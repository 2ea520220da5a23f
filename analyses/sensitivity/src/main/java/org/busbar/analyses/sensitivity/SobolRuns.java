package org.busbar.analyses.sensitivity;

import java.util.function.ToDoubleFunction;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.numeric.Sobol;

/**
 * What the runs of a {@link Saltelli} design gave.
 *
 * @param outputs one row per run of a block, one column per block, so that a run is a row
 */
record SobolRuns(Saltelli design, double[][] outputs) {

    /** Splits the outputs of all runs, block after block. */
    static SobolRuns of(Saltelli design, double[] y) {
        double[][] outputs = new double[design.block()][y.length / design.block()];
        for (int i = 0; i < outputs.length * outputs[0].length; i++) {
            outputs[i % outputs.length][i / outputs.length] = y[i];
        }
        return new SobolRuns(design, outputs);
    }

    /**
     * Runs a function at scrambled Sobol points.
     *
     * @param f a function on the unit cube of as many dimensions as {@code design} has inputs
     * @param samples the number of blocks, best a power of 2
     * @throws InterruptedException if told to stop
     */
    static SobolRuns of(Saltelli design, ToDoubleFunction<double[]> f, int samples, Keyed scramble)
            throws InterruptedException {
        Sobol points = new Sobol(2 * design.inputs(), scramble);
        double[][] outputs = new double[design.block()][samples];
        for (int block = 0; block < samples; block++) {
            Bootstrap.requireTime();
            double[][] runs = design.runs(points.next());
            for (int run = 0; run < runs.length; run++) {
                outputs[run][block] = f.applyAsDouble(runs[run]);
            }
        }
        return new SobolRuns(design, outputs);
    }

    int blocks() {
        return outputs[0].length;
    }

    double[] a() {
        return outputs[0];
    }

    double[] b() {
        return outputs[outputs.length - 1];
    }

    /** A with coordinate i of B. */
    double[] ab(int i) {
        return outputs[1 + i];
    }

    /** B with coordinate i of A. */
    double[] ba(int i) {
        return outputs[1 + design.inputs() + i];
    }

    /** These outputs less the mean of A and B. */
    SobolRuns centred() {
        double sum = 0;
        for (int i = 0; i < blocks(); i++) {
            sum += a()[i] + b()[i];
        }
        double mean = sum / (2 * blocks());
        double[][] less = new double[outputs.length][];
        for (int run = 0; run < less.length; run++) {
            less[run] = outputs[run].clone();
            for (int i = 0; i < less[run].length; i++) {
                less[run][i] -= mean;
            }
        }
        return new SobolRuns(design, less);
    }
}
