package org.busbar.lab;

import java.util.LinkedHashMap;
import java.util.Map;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.jspecify.annotations.Nullable;

/** Named values as a file has them: a number with unit such as {@code 20 Cel}, or a word. */
final class SettingEntries {

    private SettingEntries() {}

    /**
     * The values; none if nothing is said.
     *
     * @param key where they stand, for faults
     */
    static Values of(String key, @Nullable Map<String, String> texts) {
        Map<String, Value> values = new LinkedHashMap<>();
        if (texts != null) {
            texts.forEach((name, text) -> values.put(name, value(key + "." + name, text)));
        }
        return new Values(values);
    }

    /** A quantity if the text begins with a number, else a word; a fault names its place. */
    static Value value(String place, String text) {
        try {
            return InputEntry.value(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
        }
    }
}
