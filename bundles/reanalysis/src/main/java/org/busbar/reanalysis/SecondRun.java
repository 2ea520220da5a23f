package org.busbar.reanalysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Values;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;

/** The run that analyses once more: a step for each analysis of the first, with what was recorded as its inputs. */
final class SecondRun {

    private final PastRun past;
    private final Map<String, String> ids = new HashMap<>(); // of the new steps, by the path of the old ones
    private final List<String> done = new ArrayList<>(); // paths so far

    private SecondRun(PastRun past) {
        this.past = past;
    }

    static Run of(PastRun past, String id, String by) {
        return new SecondRun(past).run(id, by);
    }

    /** The id of the step that does the analysis at that place among the analyses of a run, from 0. */
    static String step(int place) {
        return "again-" + (place + 1);
    }

    private Run run(String id, String by) {
        List<Step> steps = new ArrayList<>();
        for (Analysed one : past.analysed()) {
            String step = step(steps.size());
            steps.add(new Step.Analyse(
                    step, one.step().analysis(), inputs(one), one.step().terms()));
            ids.put(one.path(), step);
            done.add(one.path());
        }
        Sequence first = past.run().sequence();
        Sequence sequence =
                new Sequence(first.name() + ", analysed again", first.version(), List.of(), steps, outputs(first));
        return new Run(id, sequence, Values.none(), by);
    }

    private Map<String, Input> inputs(Analysed one) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        one.inputs().byName().forEach((name, value) -> inputs.put(name, new Input.Constant(value)));
        one.step().inputs().forEach((name, input) -> new Wires(done)
                .of(input, one.level())
                .ifPresent(wire -> inputs.put(name, wired(wire))));
        return inputs;
    }

    private Map<String, Input> outputs(Sequence first) {
        Map<String, Input> outputs = new LinkedHashMap<>();
        first.outputs()
                .forEach((name, input) ->
                        new Wires(done).of(input, Level.top(first)).ifPresent(wire -> outputs.put(name, wired(wire))));
        return outputs;
    }

    private Input.Output wired(Wires.Wire wire) {
        String step = ids.get(wire.path());
        if (step == null) {
            throw new IllegalStateException("The analysis " + wire.path() + " was not done before what takes from it");
        }
        return new Input.Output(step, wire.output());
    }
}
