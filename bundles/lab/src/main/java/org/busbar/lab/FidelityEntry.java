package org.busbar.lab;

import java.util.List;
import java.util.Objects;
import org.busbar.api.optimize.Fidelity;
import org.jspecify.annotations.Nullable;

/**
 * How faithful and how dear trials are, as a file has it: {@code {parameter: method, levels: [{value: simulation, cost:
 * 1}, {value: experiment, cost: 20}]}}, the cheapest first.
 */
record FidelityEntry(@Nullable String parameter, @Nullable List<Level> levels) {

    /** One level. */
    record Level(@Nullable String value, @Nullable Double cost) {

        Level {
            if (value == null || cost == null) {
                throw new IllegalArgumentException("a level needs 'value' and 'cost'");
            }
            level(value, cost);
        }

        Fidelity.Level level() {
            return level(Objects.requireNonNull(value), Objects.requireNonNull(cost));
        }

        private static Fidelity.Level level(String what, double price) {
            return new Fidelity.Level(SettingEntries.value("value", what), price);
        }
    }

    FidelityEntry {
        if (parameter == null || levels == null) {
            throw new IllegalArgumentException("a fidelity needs 'parameter' and 'levels'");
        }
        fidelity(parameter, levels);
    }

    Fidelity fidelity() {
        return fidelity(Objects.requireNonNull(parameter), Objects.requireNonNull(levels));
    }

    private static Fidelity fidelity(String of, List<Level> steps) {
        return new Fidelity(of, steps.stream().map(Level::level).toList());
    }
}
