package org.busbar.distribution.bench.optimizers;

import java.util.LinkedHashMap;
import java.util.Map;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.optimize.Optimizer;

/**
 * The settings of an engine as written behind its name: {@code key=value&key=value}. A number without a unit is in the
 * unit of the setting.
 */
final class Settings {

    private final Map<String, Parameter> known = new LinkedHashMap<>();

    /** Takes what may be set: of the optimizer itself, and of each part with a prefix. */
    Settings(Optimizer optimizer, PartShelf parts) {
        optimizer.settings().forEach(each -> known.putIfAbsent(each.name(), each));
        parts.surrogates().values().forEach(part -> part.settings()
                .forEach(each -> known.putIfAbsent("surrogate." + each.name(), each)));
        parts.acquisitions().values().forEach(part -> part.settings()
                .forEach(each -> known.putIfAbsent("acquisition." + each.name(), each)));
    }

    /**
     * Reads settings; none of an empty text.
     *
     * @throws IllegalArgumentException if one is unknown, said twice or refused
     */
    Values read(String text) {
        Values settings = Values.none();
        for (String each : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            String[] pair = each.split("=", 2);
            if (pair.length < 2 || settings.has(pair[0])) {
                throw new IllegalArgumentException(
                        "'" + each + "' is not a setting said once; write name?key=value&key=value");
            }
            settings = settings.with(pair[0], value(pair[0], pair[1]));
        }
        return settings;
    }

    private Value value(String key, String text) {
        Parameter parameter = known.get(key);
        if (parameter == null) {
            throw new IllegalArgumentException("There is no setting " + key + " but "
                    + known.keySet().stream().sorted().toList());
        }
        Value value = value(parameter, text);
        parameter.refusal(value).ifPresent(reason -> {
            throw new IllegalArgumentException("The setting " + key + "=" + text + ": " + reason);
        });
        return value;
    }

    private static Value value(Parameter parameter, String text) {
        if (parameter instanceof Parameter.Real real) {
            return Quantity.parse(
                    text.contains(" ") ? text : text + " " + real.unit().ucum());
        }
        return parameter instanceof Parameter.Whole ? Quantity.parse(text) : new Text(text);
    }
}
