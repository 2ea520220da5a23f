package org.busbar.orchestrator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.experiment.Condition;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Suspender;
import org.busbar.api.optimize.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Where an execution is: in which sequence with which inputs, in which passes of which loops, with which devices in its
 * hands, and what is done so far.
 *
 * @param around the frame of the step that holds the nested sequence; null for the run's own sequence
 * @param prefix of the paths of the steps here
 * @param done outputs by the id of the step, shared by all frames of the sequence
 * @param previous outputs of the pass before, by the id of the step
 * @param observed what the loop around has taught each suggesting step
 * @param used the devices kept by the use around, by the name the steps give them; null outside of one
 */
record Frame(
        @Nullable Frame around,
        Sequence sequence,
        Values given,
        String prefix,
        Map<String, Values> done,
        Casting casting,
        Map<String, Values> previous,
        Map<String, List<Observation>> observed,
        @Nullable Map<String, String> used) {

    /** A condition and where its inputs are. */
    record Guard(Condition condition, Frame frame) {}

    /** A suspender and where its inputs are. */
    record Watch(Suspender suspender, Frame frame) {}

    static Frame of(@Nullable Frame around, Sequence sequence, Values given, String prefix, RunHistory history) {
        return new Frame(
                around,
                sequence,
                given,
                prefix,
                new ConcurrentHashMap<>(),
                new Casting(sequence, prefix, history),
                Map.of(),
                Map.of(),
                around == null ? null : around.used);
    }

    /** The same sequence in one pass of a loop. */
    Frame inPass(String loop, int pass, Map<String, Values> before, Map<String, List<Observation>> taught) {
        String inside = Paths.pass(path(loop), pass);
        return new Frame(around, sequence, given, inside, done, casting, before, taught, used);
    }

    /** The same sequence with devices in its hands. */
    Frame using(@Nullable Map<String, String> devices) {
        return new Frame(around, sequence, given, prefix, done, casting, previous, observed, devices);
    }

    String path(String id) {
        return prefix + id;
    }

    List<Observation> observed(String suggest) {
        return observed.getOrDefault(suggest, List.of());
    }

    /** The interlocks of this sequence and of those around it. */
    List<Guard> interlocks() {
        List<Guard> guards = new ArrayList<>();
        for (Frame frame = this; frame != null; frame = frame.around) {
            for (Condition condition : frame.sequence.interlocks()) {
                guards.add(new Guard(condition, frame));
            }
        }
        return guards;
    }

    /** The suspenders of this sequence and of those around it. */
    List<Watch> suspenders() {
        List<Watch> watches = new ArrayList<>();
        for (Frame frame = this; frame != null; frame = frame.around) {
            for (Suspender suspender : frame.sequence.suspenders()) {
                watches.add(new Watch(suspender, frame));
            }
        }
        return watches;
    }

    /** The {@code lab.id} a step means: of the role's device once that is decided. */
    String device(String name) {
        String cast = casting.device(name);
        return cast == null ? name : cast;
    }

    /** @throws IllegalArgumentException if something is not there, although the sequence was checked */
    Values values(Map<String, Input> wanted, Readings readings) throws InterruptedException {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Map.Entry<String, Input> entry : wanted.entrySet()) {
            values.put(entry.getKey(), value(entry.getValue(), readings));
        }
        return new Values(values);
    }

    Value value(Input input, Readings readings) throws InterruptedException {
        if (input instanceof Input.Constant constant) {
            return constant.value();
        }
        if (input instanceof Input.Given parameter) {
            return given.get(parameter.name());
        }
        if (input instanceof Input.Reading reading) {
            return readings.await(device(reading.device()), reading.channel());
        }
        if (input instanceof Input.Previous before) {
            Values outputs = previous.get(before.step());
            return outputs == null ? before.first() : outputs.get(before.name());
        }
        Input.Output output = (Input.Output) input;
        Values outputs = done.get(output.step());
        if (outputs == null) {
            throw new IllegalArgumentException("step " + output.step() + " has no outputs yet");
        }
        return outputs.get(output.name());
    }

    /** The value if it is known without asking anybody. */
    Optional<Value> known(Input input) {
        if (input instanceof Input.Constant constant) {
            return Optional.of(constant.value());
        }
        if (input instanceof Input.Given parameter) {
            return Optional.of(given.get(parameter.name()));
        }
        return input instanceof Input.Output output
                ? Optional.ofNullable(done.get(output.step())).map(outputs -> outputs.get(output.name()))
                : Optional.empty();
    }

    /** Outputs of these steps so far. */
    Map<String, Values> snapshot(Iterable<String> ids) {
        Map<String, Values> snapshot = new HashMap<>();
        for (String id : ids) {
            Values outputs = done.get(id);
            if (outputs != null) {
                snapshot.put(id, outputs);
            }
        }
        return snapshot;
    }
}
