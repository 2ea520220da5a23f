package org.busbar.distribution.bench.optimizers.problems;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Unit;
import org.busbar.api.Values;

/** All problems of the comparison by name. Immutable. */
public final class ProblemSet {

    /** Those that a comparison runs when none is named. */
    public static final List<String> PROTOCOL = List.of(
            "pvlab_crossed_barrel",
            "pvlab_p3ht",
            "pvlab_autoam",
            "calisol_lipf6_carbonates_293K",
            "hte_electrolyte_T293",
            "olympus_photo_wf3",
            "olympus_oer_plate_3496",
            "nimo_al_si_zn_352",
            "direct_arylation",
            "olympus_suzuki_i",
            "olympus_buchwald_a",
            "branin",
            "hartmann3",
            "hartmann6",
            "ackley5",
            "levy4",
            "rosenbrock4");

    /** A mixture of four components with a surface fitted to {@code olympus_photo_wf3}. */
    public static final String MIXTURE = "mixture4";

    private static final int MIXTURE_EVERY = 3;

    private final Map<String, TestProblem> problems = new LinkedHashMap<>();
    private final InitialDesigns designs;

    /**
     * Reads the pools and initial designs of a folder.
     *
     * @throws IOException if a file cannot be read
     */
    public ProblemSet(Path folder) throws IOException {
        designs = new InitialDesigns(folder);
        new PoolFiles(folder, designs).addTo(problems);
        new Surfaces(designs).addTo(problems);
        if (problems.get("olympus_photo_wf3") instanceof Pool pool) {
            Surface.Formula fit = fit(pool);
            problems.put(MIXTURE, new Simplex(4, designs).problem(MIXTURE, PoolFiles.BUDGET, fit));
        }
    }

    /** A smooth surface through every third row. */
    static RidgeFit fit(Pool pool) {
        int count = (pool.size() + MIXTURE_EVERY - 1) / MIXTURE_EVERY;
        double[][] points = new double[count][];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            points[i] = shares(pool.candidate(i * MIXTURE_EVERY));
            values[i] = pool.outcome(i * MIXTURE_EVERY)[0];
        }
        return new RidgeFit(Arrays.asList(points), values);
    }

    private static double[] shares(Values point) {
        return point.names().stream()
                .mapToDouble(name -> point.quantity(name).in(Unit.ONE))
                .toArray();
    }

    /** The names of the problems without suffix. */
    public List<String> names() {
        return List.copyOf(Collections.unmodifiableSet(problems.keySet()));
    }

    /** The first points of all problems. */
    public InitialDesigns designs() {
        return designs;
    }

    /**
     * A problem, or a variant such as {@code branin:noise5}, {@code branin:q4} or {@code branin:noise5:q4}.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public Variant variant(String name) {
        String[] words = name.split(":", -1);
        TestProblem problem = problems.get(words[0]);
        if (problem == null) {
            throw new IllegalArgumentException("There is no problem " + words[0] + " but " + names());
        }
        Variant variant = Variant.plain(problem);
        for (String suffix : Arrays.asList(words).subList(1, words.length)) {
            variant = variant.with(suffix);
        }
        return variant;
    }
}
