package org.busbar.drivers.process;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.drivers.described.Encoding;
import org.busbar.drivers.described.Notation;
import org.busbar.drivers.described.Scope;
import org.busbar.drivers.described.Template;
import org.busbar.drivers.described.yaml.Entry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What a program reads from its standard input. */
@FunctionalInterface
interface Input {

    Input NONE = known -> "";

    String of(Values known);

    /** The word {@code json} for all inputs, or a text with values in it. */
    static Input of(Entry entry, Scope scope) {
        if (!entry.text().equals("json")) {
            return Template.of(entry, scope, Encoding.PLAIN)::fill;
        }
        Map<String, Notation> notations = new LinkedHashMap<>();
        scope.inputs().forEach(name -> notations.put(name, scope.input(name)));
        return known -> json(notations, known);
    }

    /** Numbers in their declared units, choices as their codes, series as arrays. */
    private static String json(Map<String, Notation> notations, Values known) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            notations.forEach((name, notation) -> {
                json.writeName(name);
                write(json, known.get(name), notation);
            });
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Value value, Notation notation) {
        String text = notation.write(value);
        if (value instanceof Quantity) {
            json.writeNumber(text);
        } else if (value instanceof Series) {
            json.writeStartArray();
            for (String number : text.isEmpty() ? new String[0] : text.split(",", -1)) {
                json.writeNumber(number);
            }
            json.writeEndArray();
        } else {
            json.writeString(text);
        }
    }
}
