package org.busbar.finales;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Templates as text in the notation of Python, which a client of FINALES reads. */
final class PythonText {

    private PythonText() {}

    static String of(JsonNode template) {
        if (template.isObject()) {
            return template.properties().stream()
                    .map(entry -> quoted(entry.getKey()) + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (template.isArray()) {
            return template.valueStream().map(PythonText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        return quoted(template.asString(""));
    }

    /** In single quotes; in double quotes where it has single ones of its own. */
    static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\n", "\\n");
        if (!escaped.contains("'")) {
            return "'" + escaped + "'";
        }
        return escaped.contains("\"") ? "'" + escaped.replace("'", "\\'") + "'" : '"' + escaped + '"';
    }
}
