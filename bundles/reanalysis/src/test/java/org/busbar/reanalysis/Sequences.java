package org.busbar.reanalysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;

/** Runs whose second analysis takes what the first one gives. */
final class Sequences {

    private static final List<Parameter> INPUTS = List.of(Parameter.curve("raw", "mA"));
    private static final Step AREA = new Step.Analyse("area", "area", Map.of("raw", new Input.Given("raw")));
    private static final Input MASS = new Input.Constant(Quantity.of(2, "g"));
    private static final Input TIME = new Input.Constant(Quantity.of(1, "s"));
    private static final Values RAW = Values.of("raw", Series.of("mA", 1, 2, 3));

    private Sequences() {}

    /** Through a nested sequence. */
    static Run nested(String id) {
        Step density = new Step.Analyse("density", "density", Map.of("area", new Input.Given("sum"), "mass", MASS));
        Sequence inner = new Sequence(
                "inner",
                "1",
                List.of(Parameter.real("sum", "mA")),
                List.of(density),
                Map.of("density", new Input.Output("density", "density")));
        Step nested = new Step.Nested("inner", inner, Map.of("sum", new Input.Output("area", "area")));
        return run(id, List.of(AREA, nested), "inner");
    }

    /** In each pass of a loop. */
    static Run looped(String id) {
        Step density =
                new Step.Analyse("density", "density", Map.of("area", new Input.Output("area", "area"), "mass", MASS));
        Step loop = new Step.Repeat(
                "loop", new Input.Constant(Quantity.of(2, "1")), Optional.empty(), List.of(AREA, density));
        return run(id, List.of(loop), "density");
    }

    private static Run run(String id, List<Step> steps, String last) {
        Map<String, Input> outputs = Map.of("density", new Input.Output(last, "density"), "time", TIME);
        return new Run(id, new Sequence("weigh", "1", INPUTS, steps, outputs), RAW, "me");
    }
}
