package org.busbar.distribution.tests;

import java.util.List;
import java.util.Map;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Sample;
import org.busbar.api.Values;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;

/** Runs of one or a few steps. */
final class Runs {

    private Runs() {}

    static Run of(String id, Step... steps) {
        return new Run(id, new Sequence("test", "1", List.of(), List.of(steps), Map.of()), Values.none(), "test");
    }

    /** Mixes 2 g of 1 mol/kg on that device. */
    static Run formulate(String id, String device) {
        return of(id, formulating("formulate", device, constant("0.5")));
    }

    /** The same with a share of PC that a person says first. */
    static Run formulateWithShare(String id, String device) {
        return of(
                id,
                new Step.Ask("share", "How much?", List.of(Parameter.real("share", "1", 0, 100))),
                formulating("formulate", device, new Input.Output("share", "share")));
    }

    static Step.Act formulating(String step, String device, Input share) {
        return new Step.Act(
                step,
                "formulate",
                device,
                Map.of("pc_share", share, "salt_molality", constant("1 mol/kg"), "mass", constant("2 g")));
    }

    static Run measure(String id, String device, String sample) {
        return of(
                id,
                new Step.Act(
                        "measure",
                        "measure_impedance",
                        device,
                        Map.of("sample", new Input.Constant(new Sample(sample)), "temperature", constant("20 Cel"))));
    }

    static Step.Act act(String step, String action, String device) {
        return new Step.Act(step, action, device, Map.of());
    }

    static Input constant(String quantity) {
        return new Input.Constant(Quantity.parse(quantity));
    }
}
