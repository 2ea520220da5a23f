package org.busbar.distribution.bench.optimizers.records;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * One run of an engine on a problem, as recorded. Lists that were not recorded are empty.
 *
 * @param n0 how many first points there are in front
 * @param order of a pool: the rows in the order of evaluation, from 0
 * @param x of a function: points, coordinates from 0 to 1
 * @param y of a function of one objective: values without noise, larger is better
 * @param yObs values told, per point one for each objective
 * @param tCpu processor seconds of the process per suggestion
 * @param tWall seconds per suggestion
 * @param others all other fields, as they were
 */
public record Run(
        String engine,
        String version,
        String problem,
        long seed,
        int n0,
        List<Integer> order,
        List<List<Double>> x,
        List<Double> y,
        List<List<Double>> yObs,
        List<Double> tCpu,
        List<Double> tWall,
        ObjectNode others) {

    private static final int COLD = 2;

    public Run {
        order = List.copyOf(order);
        x = List.copyOf(x);
        y = List.copyOf(y);
        yObs = List.copyOf(yObs);
        tCpu = List.copyOf(tCpu);
        tWall = List.copyOf(tWall);
    }

    /** How many points were tried. */
    public int size() {
        return Stream.of(order, x, y, yObs).mapToInt(List::size).max().orElse(0);
    }

    /** What no two runs may share. */
    public String key() {
        return engine + " " + version + " " + problem + " " + seed;
    }

    /**
     * How many suggestions at the front count as a process warming up: the recorded field {@code cold}, else 2, since
     * other engines' runs do not say where a process began.
     */
    public int cold() {
        return others.has("cold") ? others.get("cold").asInt() : COLD;
    }

    /** Processor seconds per suggestion, without those of a process warming up. */
    public List<Double> warmTimes() {
        return tCpu.subList(Math.min(cold(), tCpu.size()), tCpu.size());
    }

    /** Processor seconds per suggestion of a process warming up. */
    public List<Double> coldTimes() {
        return new ArrayList<>(tCpu.subList(0, Math.min(cold(), tCpu.size())));
    }
}
