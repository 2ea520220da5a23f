package org.busbar.forecast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.busbar.api.Parameter;
import org.busbar.api.Value;
import org.busbar.api.Values;

/**
 * A value in a dry-run.
 *
 * @param value empty if nothing is known of it, not even of which kind it is
 * @param isAssumed whether another value may come in reality
 */
record Reckoned(Optional<Value> value, boolean isAssumed) {

    static final Reckoned UNKNOWN = new Reckoned(Optional.empty(), true);

    static Reckoned known(Value value) {
        return new Reckoned(Optional.of(value), false);
    }

    static Reckoned assumed(Value value) {
        return new Reckoned(Optional.of(value), true);
    }

    /** Values that are known, by name. */
    static Map<String, Reckoned> known(Values values) {
        Map<String, Reckoned> all = new LinkedHashMap<>();
        values.byName().forEach((name, value) -> all.put(name, known(value)));
        return all;
    }

    /** Values that stand for what a step will give, by name. */
    static Map<String, Reckoned> assumed(List<Parameter> outputs, Supplier<String> path) {
        Map<String, Reckoned> all = new LinkedHashMap<>();
        outputs.forEach(output -> all.put(output.name(), assumed(Assumed.value(output, path))));
        return all;
    }
}
