package org.busbar.helao;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.helao.Mapping.Item;
import org.busbar.helao.Mapping.Work;
import org.busbar.helao.Target.Kind;
import tools.jackson.databind.JsonNode;

/** Puts what a step was given and gave under HELAO's names. */
final class Recording {

    private Recording() {}

    static StepData of(Experiment experiment, SoeStep step, Values inputs, Values outputs, Instant ended) {
        Work work = experiment.mapping.work(step);
        Kind kind = experiment.mapping.kind(step);
        Map<String, Datum> data = new LinkedHashMap<>();
        outputs.byName().forEach((name, value) -> {
            Item item = work.output(name);
            if (!item.name().isEmpty()) {
                data.put(item.name(), Datum.of(value, item.unit()));
            }
        });
        return new StepData(step, kind == Kind.DEVICE, parameters(experiment, step, kind, inputs), data, ended);
    }

    private static Map<String, Datum> parameters(Experiment experiment, SoeStep step, Kind kind, Values inputs) {
        Target target = new Target(kind, "", experiment.mapping.work(step), Optional.empty());
        Placeholders placeholders = new Placeholders(experiment.soe, experiment.known);
        Map<String, Datum> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> param : placeholders.of(step).properties()) {
            String key = param.getKey();
            Item item = Translator.item(target, key);
            boolean link = placeholders.isMarked(step.name() + "/" + key)
                    && placeholders.get(step.name() + "/" + key).isEmpty();
            Datum literal = Datum.of(param.getValue());
            Datum known = inputs.has(item.name()) ? Datum.of(inputs.get(item.name()), item.unit()) : literal;
            parameters.put(key, link ? known : known.writtenAs(param.getValue()));
            if (!item.name().equals(key) && Translator.isAddress(key) && inputs.has(item.name())) {
                parameters.putIfAbsent(item.name(), known);
            }
        }
        return parameters;
    }
}
