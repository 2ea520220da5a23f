package org.busbar.optimizers.designs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The simplex-centroid design: each component alone, all pairs in equal shares, all triples, and so on to all together;
 * at most as many present as the mixture allows; crossed with both ends of the other parameters.
 *
 * <p>H. Scheffé, J. R. Stat. Soc. B 25, 235 (1963), doi:10.1111/j.2517-6161.1963.tb00506.x.
 */
final class SimplexCentroid implements Design {

    private static final int MOST = 16;

    @Override
    public Plan on(Ground ground) {
        return ground.plan(
                "simplex-centroid design",
                SimplexLattice.crossed(ground, "simplex-centroid design", blend -> centroids(blend.size())),
                Map.of("carries", "a special polynomial in which each product of different components occurs once"));
    }

    /** The middle of every set of components that is not empty, small sets first. */
    static List<double[]> centroids(int size) {
        if (size > MOST) {
            throw new IllegalArgumentException("A simplex-centroid design of " + size + " components has 2^" + size
                    + " - 1 points; take the design simplex-lattice or sobol beyond " + MOST);
        }
        List<double[]> all = new ArrayList<>();
        for (int present = 1; present <= size; present++) {
            for (int set = 1; set < 1 << size; set++) {
                if (Integer.bitCount(set) == present) {
                    all.add(middle(set, size, present));
                }
            }
        }
        return all;
    }

    private static double[] middle(int set, int size, int present) {
        double[] shares = new double[size];
        for (int i = 0; i < size; i++) {
            shares[i] = (set >> i & 1) == 1 ? 1.0 / present : 0;
        }
        return shares;
    }
}
