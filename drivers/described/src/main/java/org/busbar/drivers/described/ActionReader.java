package org.busbar.drivers.described;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.drivers.described.yaml.Entry;
import org.busbar.drivers.described.yaml.Section;

/** Reads what stands under {@code actions}. */
record ActionReader(Steps steps, Refusals refusals, Brake brake, Routine.Safety safety) {

    private static final Duration OF_READING = Duration.ofSeconds(1);

    Action read(String name, Entry entry) {
        Section keys = entry.section();
        Map<String, Field> inputs = new FieldReader(true).read(keys.find("takes"));
        Map<String, Field> outputs = new FieldReader(false).read(keys.find("gives"));
        Scope scope = new Scope(inputs, outputs, false, refusals, brake::pass);
        Action declared = Action.action(name).takes(parameters(inputs)).gives(parameters(outputs));
        Action action = marked(timed(declared, keys, scope), keys, entry, steps.read(keys.get("does"), scope));
        Action paused = pausing(action, keys, scope);
        scope.end(entry);
        keys.end();
        return paused;
    }

    private static Parameter[] parameters(Map<String, Field> fields) {
        return fields.values().stream().map(Field::parameter).toArray(Parameter[]::new);
    }

    private Action marked(Action action, Section keys, Entry entry, Deed deed) {
        boolean reading = keys.find("reading").map(Entry::flag).orElse(false);
        boolean repeatable = keys.find("repeatable").map(Entry::flag).orElse(false);
        Action working = action.does(new Routine(action.name(), deed, reading, brake, safety));
        if (!reading) {
            return repeatable ? working.repeatable() : working;
        }
        if (!action.capability().inputs().isEmpty()
                || action.capability().outputs().size() != 1) {
            throw entry.mistake("a reading takes nothing and gives one value: leave out 'reading', and write"
                    + " 'repeatable: true' if doing it twice does no harm");
        }
        return working.reading();
    }

    private static Action timed(Action action, Section keys, Scope scope) {
        Optional<Entry> lasting = keys.find("lasting");
        if (lasting.isPresent()) {
            return action.lasting(Time.of(lasting.get(), scope)::in);
        }
        boolean reading = keys.find("reading").map(Entry::flag).orElse(false);
        return reading ? action.lasting(inputs -> OF_READING) : action;
    }

    private Action pausing(Action action, Section keys, Scope scope) {
        if (keys.find("pause").isEmpty() && keys.find("resume").isEmpty()) {
            return action;
        }
        Scope bare = new Scope(Map.of(), Map.of(), false, scope.refusals(), time -> Thread.sleep(time.toMillis()));
        Deed pause = steps.read(keys.get("pause"), bare);
        Deed resume = steps.read(keys.get("resume"), bare);
        return action.pausing(() -> pause.perform(Values.none()), () -> resume.perform(Values.none()));
    }
}
