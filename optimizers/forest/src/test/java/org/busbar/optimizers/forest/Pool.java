package org.busbar.optimizers.forest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Space;
import org.busbar.testkit.GivenParts;

/** The 85 electrolytes of Flores et al. 2022 at 293.15 K and their conductivities, all measured beforehand. */
record Pool(Map<Values, Double> conductivity) {

    static Pool electrolytes() {
        Map<Values, Double> rows = new LinkedHashMap<>();
        for (String line : lines()) {
            String[] cells = line.split(",", -1);
            Values point = Values.of("r", Quantity.of(Double.parseDouble(cells[0]), "1"))
                    .with("c", Quantity.of(Double.parseDouble(cells[1]), "mol/kg"));
            rows.put(point, Double.parseDouble(cells[2]));
        }
        return new Pool(rows);
    }

    private static List<String> lines() {
        try (InputStream in = Pool.class.getResourceAsStream("/hte_electrolyte_T293.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Problem problem() {
        List<Parameter> axes = List.of(Parameter.real("r", "1", 0, 1), Parameter.real("c", "mol/kg", 0, 2.2));
        Space space = new Space(axes, List.copyOf(conductivity.keySet()));
        return new Problem(space, List.of(new Objective("k", Objective.Goal.MAXIMIZE)));
    }

    Observation measure(Values point) {
        return new Observation(
                point, Values.of("k", Quantity.of(Objects.requireNonNull(conductivity.get(point)), "mS/cm")));
    }

    /** Rows from the best one down. */
    List<Values> ranked() {
        return conductivity.keySet().stream()
                .sorted(Comparator.comparing(conductivity::get, Comparator.reverseOrder()))
                .toList();
    }

    /** Rows in the order of trying up to the best one: {@code first} at random, then one by one as suggested. */
    List<Values> triesToBest(Optimizer optimizer, int first, long seed) throws InterruptedException {
        Values best = ranked().get(0);
        List<Values> tried = new ArrayList<>(drawn(first, seed));
        while (!tried.contains(best)) {
            List<Observation> observed = tried.stream().map(this::measure).toList();
            Question question = new Question(problem(), observed, List.of(), 1, seed);
            optimizer.suggest(question, GivenParts.NONE).forEach(suggestion -> tried.add(suggestion.point()));
        }
        return tried;
    }

    private List<Values> drawn(int count, long seed) {
        SplittableRandom random = new SplittableRandom(1000 + seed);
        List<Values> open = new ArrayList<>(conductivity.keySet());
        List<Values> drawn = new ArrayList<>();
        while (drawn.size() < count) {
            drawn.add(open.remove(random.nextInt(open.size())));
        }
        return drawn;
    }
}
