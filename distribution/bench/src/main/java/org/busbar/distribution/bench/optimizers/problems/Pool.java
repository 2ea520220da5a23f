package org.busbar.distribution.bench.optimizers.problems;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;
import org.busbar.distribution.bench.optimizers.metrics.Yardstick;
import org.busbar.distribution.bench.optimizers.statistics.Sample;

/** A closed list of candidates with their measured results. */
public final class Pool implements TestProblem {

    private final String name;
    private final Problem problem;
    private final int budget;
    private final List<double[]> outcomes;
    private final Yardstick yardstick;
    private final InitialDesigns designs;
    private final Map<Values, Integer> rows = new HashMap<>();

    /**
     * Takes the rows in their order.
     *
     * @param outcomes per row the value of each objective, larger is better
     * @throws IllegalArgumentException if two rows are equal
     */
    Pool(
            String name,
            List<Parameter> parameters,
            List<Values> candidates,
            List<double[]> outcomes,
            int budget,
            Yardstick yardstick,
            InitialDesigns designs) {
        this.name = name;
        this.problem = new Problem(new Space(parameters, candidates), Points.objectives(outcomes.get(0).length));
        this.outcomes = List.copyOf(outcomes);
        this.budget = budget;
        this.yardstick = yardstick;
        this.designs = designs;
        for (Values candidate : candidates) {
            if (rows.put(candidate, rows.size()) != null) {
                throw new IllegalArgumentException(name + " lists " + candidate + " twice");
            }
        }
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
        return designs.rows(name, seed, count).stream().map(this::candidate).toList();
    }

    @Override
    public double[] outcome(Values point) {
        return outcome(row(point));
    }

    @Override
    public double spread() {
        return Sample.deviation(values());
    }

    /** How many rows there are. */
    public int size() {
        return outcomes.size();
    }

    /** The number of a row, from 0. */
    public int row(Values point) {
        Integer row = rows.get(point);
        if (row == null) {
            throw new IllegalArgumentException(point + " is no row of " + name + "; suggest candidates as they are");
        }
        return row;
    }

    /** The inputs of a row. */
    public Values candidate(int row) {
        return problem.space().candidates().get(row);
    }

    /** The results of a row, larger is better. */
    public double[] outcome(int row) {
        return outcomes.get(row).clone();
    }

    /** The first objective of all rows, larger is better. */
    public double[] values() {
        return outcomes.stream().mapToDouble(outcome -> outcome[0]).toArray();
    }

    /** The numbers of the first rows of a run. */
    public List<Integer> startRows(long seed, int count) {
        return new ArrayList<>(designs.rows(name, seed, count));
    }
}
