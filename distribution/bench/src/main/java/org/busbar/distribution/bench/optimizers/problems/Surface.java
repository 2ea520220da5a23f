package org.busbar.distribution.bench.optimizers.problems;

import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;
import org.busbar.distribution.bench.optimizers.metrics.Yardstick;
import org.busbar.distribution.bench.optimizers.statistics.Sample;

/** A function of the unit cube, or of some of its points. */
public final class Surface implements TestProblem {

    /** What is to be made large. */
    @FunctionalInterface
    public interface Formula {

        /**
         * The value of each objective.
         *
         * @param u coordinates from 0 to 1
         */
        double[] at(double... u);
    }

    /** The first points of a run. */
    @FunctionalInterface
    public interface Start {

        /** Points in the unit cube, each a fresh array. */
        List<double[]> points(long seed, int count);
    }

    private final String name;
    private final Problem problem;
    private final int budget;
    private final Formula formula;
    private final Start start;
    private final Yardstick yardstick;
    private final List<double[]> sample;

    /**
     * Takes a function and where it may be tried.
     *
     * @param sample the points that its spread is taken over
     */
    Surface(
            String name,
            Space space,
            int budget,
            Formula formula,
            Start start,
            Yardstick yardstick,
            List<double[]> sample) {
        this.name = name;
        this.problem = new Problem(space, Points.objectives(formula.at(sample.get(0)).length));
        this.budget = budget;
        this.formula = formula;
        this.start = start;
        this.yardstick = yardstick;
        this.sample = List.copyOf(sample);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Problem problem() {
        return problem;
    }

    @Override
    public int budget() {
        return budget;
    }

    @Override
    public Yardstick yardstick() {
        return yardstick;
    }

    @Override
    public List<Values> start(long seed, int count) {
        return start.points(seed, count).stream().map(Points::of).toList();
    }

    @Override
    public double[] outcome(Values point) {
        return formula.at(coordinates(point));
    }

    @Override
    public double spread() {
        return Sample.deviation(
                sample.stream().mapToDouble(u -> formula.at(u)[0]).toArray());
    }

    /** How many coordinates a point has. */
    public int dimension() {
        return problem.space().parameters().size();
    }

    /** The coordinates of a point, from 0 to 1. */
    public double[] coordinates(Values point) {
        return Points.coordinates(point, dimension());
    }
}
