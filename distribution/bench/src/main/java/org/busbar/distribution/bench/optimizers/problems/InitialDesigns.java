package org.busbar.distribution.bench.optimizers.problems;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The first points of every run, read from {@code init_indices.csv} and {@code init_continuous.csv}. Immutable. */
public final class InitialDesigns {

    private final Map<String, List<Integer>> rows = new HashMap<>();
    private final Map<Integer, List<List<double[]>>> points = new HashMap<>();

    /**
     * Reads both files.
     *
     * @throws IOException if they cannot be read
     */
    public InitialDesigns(Path folder) throws IOException {
        for (List<String> line : Csv.read(folder.resolve("init_indices.csv")).rows()) {
            List<String> indices = line.subList(2, line.size());
            rows.put(
                    line.get(0) + ":" + line.get(1),
                    indices.stream().map(Integer::valueOf).toList());
        }
        Csv.read(folder.resolve("init_continuous.csv")).rows().forEach(this::add);
    }

    private void add(List<String> line) {
        int dimension = Integer.parseInt(line.get(0));
        List<List<double[]>> seeds = points.computeIfAbsent(dimension, d -> new ArrayList<>());
        if (line.get(2).equals("0")) {
            seeds.add(new ArrayList<>());
        }
        seeds.get(Integer.parseInt(line.get(1)))
                .add(IntStream.range(3, 3 + dimension)
                        .mapToDouble(i -> Double.parseDouble(line.get(i)))
                        .toArray());
    }

    /**
     * The row numbers of a pool.
     *
     * @throws IllegalArgumentException if the file has none for this pool and seed, or fewer
     */
    public List<Integer> rows(String pool, long seed, int count) {
        List<Integer> found = rows.get(pool + ":" + seed);
        if (found == null || found.size() < count) {
            throw new IllegalArgumentException("init_indices.csv has no " + count + " first rows of " + pool
                    + " for seed " + seed + "; it has ten rows of every pool for the seeds 0 to 49");
        }
        return found.subList(0, count);
    }

    /**
     * Points in [0, 1)^d, each a fresh array.
     *
     * @throws IllegalArgumentException if the file has none for this dimension and seed, or fewer
     */
    public List<double[]> points(int dimension, long seed, int count) {
        List<List<double[]>> seeds = points.getOrDefault(dimension, List.of());
        if (seed < 0 || seed >= seeds.size() || seeds.get((int) seed).size() < count) {
            throw new IllegalArgumentException("init_continuous.csv has no " + count + " first points in " + dimension
                    + " dimensions for seed " + seed + "; it has ten points for the seeds 0 to 49 in "
                    + points.keySet().stream().sorted().toList() + " dimensions");
        }
        return seeds.get((int) seed).subList(0, count).stream()
                .map(double[]::clone)
                .toList();
    }

    /** The points of all seeds, seed by seed. */
    public List<double[]> all(int dimension) {
        return points.getOrDefault(dimension, Collections.emptyList()).stream()
                .flatMap(List::stream)
                .map(double[]::clone)
                .toList();
    }
}
