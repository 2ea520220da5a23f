package org.busbar.distribution.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Space;
import org.busbar.api.optimize.Suggestion;
import org.busbar.json.Json;
import org.busbar.optimizers.forest.ForestSearch;
import org.busbar.plug.BorrowedParts;
import org.busbar.plug.PartShelves;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Single calls, measured by JMH. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MicroBenchmarks {

    private static final int OBSERVED = 40;

    private final Unit from = Unit.of("mS/cm");
    private final Unit to = Unit.of("S/m");
    private final LabEvent event = new TrialEvents("electrolyte-1", 7).stepEnded();
    private final String json = Json.write(event);
    private final Question question = question();
    private final ForestSearch forest = new ForestSearch();
    private final PartShelves shelves = new PartShelves(appeared -> {}); // empty: it takes none
    private double value = 7.4;
    private String code = "mS/cm";

    @Benchmark
    public double unitConvert() {
        return from.convert(value, to);
    }

    @Benchmark
    public Unit unitOf() {
        return Unit.of(code);
    }

    @Benchmark
    public String jsonWrite() {
        return Json.write(event);
    }

    @Benchmark
    public LabEvent jsonRead() {
        return Json.read(json, LabEvent.class);
    }

    @Benchmark
    public List<Suggestion> forestSuggest() throws InterruptedException {
        try (BorrowedParts parts = shelves.borrow()) {
            return forest.suggest(question, parts);
        }
    }

    private static Question question() {
        Parameter share = Parameter.real("pc_share", "1", 0.087, 1).by(0.001);
        Parameter salt = Parameter.real("salt_molality", "mol/kg", 0.194, 2.118).by(0.001);
        Problem problem =
                new Problem(Space.of(share, salt), List.of(new Objective("conductivity", Objective.Goal.MAXIMIZE)));
        List<Observation> observed = new ArrayList<>();
        for (int i = 0; i < OBSERVED; i++) {
            double x = i * 0.618 % 1;
            double y = (i + 0.5) / OBSERVED;
            Values point = Values.of("pc_share", Quantity.of(0.087 + 0.913 * x, "1"))
                    .with("salt_molality", Quantity.of(0.194 + 1.924 * y, "mol/kg"));
            double conductivity = 10 - 4 * (x - 0.3) * (x - 0.3) - 8 * (y - 0.5) * (y - 0.5);
            observed.add(new Observation(point, Values.of("conductivity", Quantity.of(conductivity, 0.02, "mS/cm"))));
        }
        return new Question(problem, observed, List.of(), 1, 42);
    }
}
