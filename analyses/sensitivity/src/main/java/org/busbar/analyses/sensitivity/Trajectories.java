package org.busbar.analyses.sensitivity;

import org.busbar.optimizers.search.numeric.Keyed;

/**
 * Random walks over the grid of a unit cube in which each input moves once (M. D. Morris, Technometrics 33 (1991) 161,
 * doi:10.1080/00401706.1991.10484804).
 *
 * @param inputs k, 1 or more
 * @param levels p of each input, even; the step is p/(2(p - 1)), which makes all levels equally likely
 */
record Trajectories(int inputs, int levels) {

    /** The k + 1 places of one walk; it takes 3k draws or so. */
    double[][] walk(Keyed draws) {
        int half = levels / 2;
        int[] level = new int[inputs];
        int[] step = new int[inputs];
        for (int i = 0; i < inputs; i++) {
            boolean up = draws.below(2) == 1;
            level[i] = draws.below(half) + (up ? 0 : half);
            step[i] = up ? half : -half;
        }
        int[] order = draws.permutation(inputs);
        double[][] places = new double[inputs + 1][];
        places[0] = place(level);
        for (int i = 0; i < inputs; i++) {
            level[order[i]] += step[order[i]];
            places[i + 1] = place(level);
        }
        return places;
    }

    private double[] place(int[] level) {
        double[] place = new double[inputs];
        for (int i = 0; i < inputs; i++) {
            place[i] = (double) level[i] / (levels - 1);
        }
        return place;
    }
}
