package org.busbar.drivers.described;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Unit;
import org.busbar.drivers.described.yaml.Entry;
import org.busbar.drivers.described.yaml.Section;

/**
 * Reads the declarations under {@code takes} and {@code gives}.
 *
 * @param input whether numbers must have limits
 */
record FieldReader(boolean input) {

    private static final String TYPES = "number, whole, choice, text, series, sample or artifact";

    /** The fields by name, in the order in which they are declared. */
    Map<String, Field> read(Optional<Entry> entry) {
        Map<String, Field> fields = new LinkedHashMap<>();
        entry.ifPresent(found -> found.section().all().forEach((name, at) -> fields.put(name, field(name, at))));
        return fields;
    }

    private Field field(String name, Entry at) {
        if (!name.matches("[A-Za-z_]\\w*")) {
            throw at.mistake("'" + name + "' is not a name: use letters, digits and _, and begin with a letter");
        }
        Section keys = at.section();
        Field field =
                field(name, keys, type(keys), keys.find("term").map(Entry::text).orElse(""));
        keys.end();
        return field;
    }

    private static String type(Section keys) {
        boolean choice = keys.find("choices").isPresent();
        boolean number = keys.find("unit").isPresent();
        return keys.find("type").map(Entry::text).orElseGet(() -> {
            if (!choice && !number) {
                throw keys.mistake("'unit' is missing (1 for a mere number), or 'choices', or 'type': " + TYPES);
            }
            return choice ? "choice" : "number";
        });
    }

    private Field field(String name, Section keys, String type, String term) {
        return switch (type) {
            case "number" -> number(name, keys, term);
            case "whole" -> new Field(whole(name, keys, term));
            case "choice" -> choice(name, keys.get("choices"), term);
            case "text" -> new Field(new Parameter.Note(name, longest(keys), term));
            case "series" -> new Field(new Parameter.Curve(name, unit(keys), term));
            case "sample" -> new Field(new Parameter.Specimen(name, term));
            case "artifact" ->
                new Field(new Parameter.Artifact(name, keys.get("media").text(), term));
            default -> throw keys.get("type").mistake("there is no type '" + type + "': write " + TYPES);
        };
    }

    private Field number(String name, Section keys, String term) {
        Unit unit = unit(keys);
        double min = limit(keys, "min", Double.NEGATIVE_INFINITY);
        double max = limit(keys, "max", Double.POSITIVE_INFINITY);
        double step = keys.find("step").map(Entry::number).orElse(0.0);
        requireOrder(keys, min <= max && step >= 0);
        return new Field(new Parameter.Real(name, unit, min, max, step, term), Map.of(), spread(keys));
    }

    private Parameter whole(String name, Section keys, String term) {
        double min = limit(keys, "min", Integer.MIN_VALUE);
        double max = limit(keys, "max", Integer.MAX_VALUE);
        requireOrder(keys, min <= max);
        if (min != Math.rint(min) || max != Math.rint(max)) {
            throw keys.mistake("the limits of a whole number are whole, not " + min + " and " + max);
        }
        return new Parameter.Whole(name, (long) min, (long) max, term);
    }

    private static void requireOrder(Section keys, boolean right) {
        if (!right) {
            throw keys.mistake("min must not be above max, and step not below 0");
        }
    }

    private double limit(Section keys, String key, double open) {
        Optional<Entry> limit = keys.find(key);
        if (limit.isEmpty() && input) {
            throw keys.mistake("'" + key + "' is missing: every input that is a number has limits");
        }
        return limit.map(Entry::number).orElse(open);
    }

    private static Unit unit(Section keys) {
        return keys.get("unit").as(Unit::of);
    }

    private static int longest(Section keys) {
        return keys.find("longest").map(entry -> (int) entry.whole(1, 10_000)).orElse(1000);
    }

    private static Field choice(String name, Entry choices, String term) {
        Map<String, String> codes = new LinkedHashMap<>();
        if (choices.isSection()) {
            choices.section().all().forEach((word, code) -> codes.put(word, code.text()));
        } else {
            choices.items().forEach(word -> codes.put(word.text(), word.text()));
        }
        if (codes.isEmpty() || codes.values().stream().distinct().count() < codes.size()) {
            throw choices.mistake("choices are one word or more, each with a code of its own, not " + codes);
        }
        return new Field(new Parameter.Choice(name, new ArrayList<>(codes.keySet()), term), codes, Spread.UNKNOWN);
    }

    private static Spread spread(Section keys) {
        List<Entry> parts = keys.find("uncertainty").map(Entry::items).orElse(List.of());
        double share = 0;
        double fixed = parts.isEmpty() ? Double.NaN : 0;
        for (Entry part : parts) {
            boolean percent = part.text().endsWith("%");
            double size = part.as(text -> uncertainty(text, percent));
            share += percent ? size / 100 : 0;
            fixed += percent ? 0 : size;
        }
        return new Spread(share, fixed);
    }

    private static double uncertainty(String text, boolean percent) {
        String number = percent ? text.substring(0, text.length() - 1).strip() : text;
        if (!number.matches("\\+?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is not an uncertainty: write a number in the unit of the value, a share such as 0.1 %, or both in a list");
        }
        return Double.parseDouble(number);
    }
}
