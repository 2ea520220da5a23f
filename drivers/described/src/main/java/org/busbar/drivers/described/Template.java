package org.busbar.drivers.described;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.drivers.described.yaml.Entry;

/** A text with places for values, such as {@code VOLT {voltage:%.3f}}. */
public final class Template {

    private record Part(String before, String name, Notation notation) {}

    private final List<Part> parts;
    private final String end;
    private final Encoding encoding;

    private Template(List<Part> parts, String end, Encoding encoding) {
        this.parts = parts;
        this.end = end;
        this.encoding = encoding;
    }

    /** The template that stands at {@code entry}; its names are inputs, or outputs that were read in a step before. */
    public static Template of(Entry entry, Scope scope, Encoding encoding) {
        return entry.as(text -> parse(text, scope, encoding));
    }

    /**
     * The same for a text that is part of an entry.
     *
     * @throws IllegalArgumentException if it is not right
     */
    public static Template parse(String text, Scope scope, Encoding encoding) {
        List<Part> parts = new ArrayList<>();
        String end = "";
        for (Placeholder place : Placeholder.all(text)) {
            if (place.isEnd()) {
                end = place.before();
            } else {
                Notation notation = scope.known(place.name()).notation(place.unit(), place.format());
                parts.add(new Part(place.before(), place.name(), notation));
            }
        }
        return new Template(parts, end, encoding);
    }

    /** The text with the values in their places. */
    public String fill(Values known) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.before).append(encoding.apply(part.notation.write(known.get(part.name))));
        }
        return text.append(end).toString();
    }
}
