package org.busbar.analyses.sensitivity;

/**
 * The design from which Sobol indices are estimated: blocks of runs, each from two independent points A and B.
 *
 * <p>A block is A; A with coordinate i of B, for each i; if interactions of two are wanted, B with coordinate i of A, for
 * each i; B. Source: A. Saltelli, Comput. Phys. Commun. 145 (2002) 280, doi:10.1016/S0010-4655(02)00280-1.
 *
 * @param inputs k, 1 or more
 * @param secondOrder whether blocks have 2k + 2 runs, else k + 2
 */
record Saltelli(int inputs, boolean secondOrder) {

    /** How many runs make a block. */
    int block() {
        return secondOrder ? 2 * inputs + 2 : inputs + 2;
    }

    /**
     * The runs of one block.
     *
     * @param both the k coordinates of A, then the k of B
     */
    double[][] runs(double[] both) {
        double[][] runs = new double[block()][inputs];
        for (int run = 0; run < runs.length; run++) {
            for (int i = 0; i < inputs; i++) {
                runs[run][i] = both[fromB(run, i) ? inputs + i : i];
            }
        }
        return runs;
    }

    /** Whether coordinate i of that run of a block is the one of B. */
    boolean fromB(int run, int i) {
        if (run <= inputs) {
            return run == i + 1;
        }
        return run == block() - 1 || run != inputs + 1 + i;
    }
}
