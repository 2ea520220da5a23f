package org.busbar.optimizers.designs;

import java.util.Map;

/** A way to lay out points. */
@FunctionalInterface
interface Design {

    /** @throws IllegalArgumentException if the ground cannot carry this design; the message says why */
    Plan on(Ground ground);

    Map<String, Design> ALL = Map.of(
            "sobol", new SobolSequence(),
            "latin-hypercube", new LatinHypercube(),
            "random", new RandomPoints(),
            "grid", new Factorial("grid", 5),
            "full-factorial", new Factorial("full factorial", 2),
            "fractional-factorial", new FractionalFactorial(),
            "central-composite", new CentralComposite(),
            "one-factor-at-a-time", new OneFactor(),
            "simplex-lattice", new SimplexLattice(),
            "simplex-centroid", new SimplexCentroid());
}
