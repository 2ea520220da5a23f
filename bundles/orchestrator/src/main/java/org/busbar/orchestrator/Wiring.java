package org.busbar.orchestrator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.experiment.Input;

/** Takes the inputs of a step from where the sequence says. */
final class Wiring {

    private final Values given;
    private final Map<String, Values> done;

    /**
     * @param given the inputs of the run
     * @param done the outputs of the steps so far, by the id of the step
     */
    Wiring(Values given, Map<String, Values> done) {
        this.given = given;
        this.done = done;
    }

    /** @throws IllegalArgumentException if something is not there, although the sequence was checked */
    Values values(Map<String, Input> wanted) {
        Map<String, Value> values = new LinkedHashMap<>();
        wanted.forEach((name, input) -> values.put(name, value(input)));
        return new Values(values);
    }

    private Value value(Input input) {
        if (input instanceof Input.Constant constant) {
            return constant.value();
        }
        if (input instanceof Input.Given parameter) {
            return given.get(parameter.name());
        }
        Input.Output output = (Input.Output) input;
        Values outputs = done.get(output.step());
        if (outputs == null) {
            throw new IllegalArgumentException("Step " + output.step() + " has no outputs yet");
        }
        return outputs.get(output.name());
    }
}
