package org.busbar.distribution.bench.optimizers.problems;

import java.util.List;
import java.util.Map;
import org.busbar.api.optimize.Space;
import org.busbar.distribution.bench.optimizers.metrics.BestValue;
import org.busbar.distribution.bench.optimizers.metrics.Hypervolume;
import org.busbar.distribution.bench.optimizers.metrics.HypervolumeGap;
import org.busbar.distribution.bench.optimizers.metrics.Yardstick;

/** The test functions of the comparison by name, on the unit cube. */
final class Surfaces {

    static final double FLOOR = 1e-6;

    private final InitialDesigns designs;

    Surfaces(InitialDesigns designs) {
        this.designs = designs;
    }

    /** Adds them in the order of the protocol. */
    void addTo(Map<String, TestProblem> problems) {
        single("branin", 2, -Formulas.BRANIN, Formulas::branin, problems);
        single("hartmann3", 3, Hartmann.BEST3, Hartmann::three, problems);
        single("hartmann6", 6, Hartmann.BEST6, Hartmann::six, problems);
        single("ackley5", 5, 0, Formulas::ackley, problems);
        single("levy4", 4, 0, Formulas::levy, problems);
        single("rosenbrock4", 4, 0, Formulas::rosenbrock, problems);
        several("zdt1", 121 - 1 / 3.0, Fronts::zdt1, problems, -11, -11);
        several("dtlz2", 1.1 * 1.1 * 1.1 - Math.PI / 6, Fronts::dtlz2, problems, -1.1, -1.1, -1.1);
    }

    private void single(
            String name, int dimension, double best, Surface.Formula formula, Map<String, TestProblem> problems) {
        Yardstick yardstick = new BestValue(best, 1, FLOOR);
        problems.put(name, cube(name, dimension, dimension <= 3 ? 30 : 50, formula, yardstick));
    }

    private void several(
            String name,
            double largest,
            Surface.Formula formula,
            Map<String, TestProblem> problems,
            double... reference) {
        Yardstick yardstick = new HypervolumeGap(largest, new Hypervolume(reference), 1, FLOOR);
        problems.put(name, cube(name, 6, 50, formula, yardstick));
    }

    private Surface cube(String name, int dimension, int budget, Surface.Formula formula, Yardstick yardstick) {
        Space space = new Space(Points.axes(dimension), List.of());
        Surface.Start start = (seed, count) -> designs.points(dimension, seed, count);
        return new Surface(name, space, budget, formula, start, yardstick, designs.all(dimension));
    }
}
