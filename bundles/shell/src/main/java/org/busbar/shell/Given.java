package org.busbar.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** Values given on the command line as {@code name=value}. */
final class Given {

    private Given() {}

    /**
     * As the server takes them: {@code {..}} and {@code [..]} are JSON, all else is a text such as {@code 1.5 mL}.
     *
     * @throws Failure if what looks like JSON is not
     */
    static Map<String, Object> values(Map<String, String> texts) {
        Map<String, Object> values = new LinkedHashMap<>();
        texts.forEach((name, text) -> values.put(name, value(name, text)));
        return values;
    }

    private static Object value(String name, String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return text;
        }
        try {
            return Client.JSON.readTree(text);
        } catch (JacksonException e) {
            throw Failure.usage(name + " = " + text + " begins like JSON but is not: " + e.getOriginalMessage());
        }
    }
}
