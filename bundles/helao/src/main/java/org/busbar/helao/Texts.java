package org.busbar.helao;

import java.util.ArrayList;
import java.util.List;
import org.busbar.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Lists of texts as HELAO's clients give them: one text, a list, or a list as JSON in a text. */
final class Texts {

    private Texts() {}

    /** @throws IllegalArgumentException if it is neither a text nor a list of texts */
    static List<String> of(JsonNode node) {
        if (node.isString()) {
            return of(node.stringValue());
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode one : node) {
            texts.add(text(one));
        }
        if (!node.isArray()) {
            throw new IllegalArgumentException(node + " is neither a text nor a list of texts");
        }
        return texts;
    }

    /** As {@link #of(JsonNode)}, from a text that may hold a list as JSON. */
    static List<String> of(String text) {
        return text.startsWith("[") ? of(tree(text)) : List.of(text);
    }

    private static String text(JsonNode node) {
        if (!node.isString()) {
            throw new IllegalArgumentException(node + " is no text");
        }
        return node.stringValue();
    }

    private static JsonNode tree(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("'" + text + "' is no list as JSON", e);
        }
    }
}
