package org.busbar.finales;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The body of a request or result; collects everything that is wrong with its shape. */
final class Body {

    private final JsonNode json;
    private final List<Violation> violations = new ArrayList<>();

    /** @throws Refused with 422 if it is no JSON object */
    Body(JsonNode json) {
        this.json = json;
        if (!json.isObject()) {
            throw new Refused(new Violation(List.of("body"), "is no JSON object", "type_error.dict"));
        }
    }

    String text(String name) {
        JsonNode node = json.path(name);
        if (node.isMissingNode()) {
            violations.add(Violation.missing("body", name));
        } else if (!node.isString()) {
            violations.add(new Violation(List.of("body", name), "is no text", "type_error.str"));
        }
        return node.asString("");
    }

    JsonNode object(String name) {
        JsonNode node = json.path(name);
        if (node.isMissingNode()) {
            violations.add(Violation.missing("body", name));
        } else if (!node.isObject()) {
            violations.add(new Violation(List.of("body", name), "is no JSON object", "type_error.dict"));
        }
        return node;
    }

    /** An object of objects. */
    JsonNode objects(String name) {
        JsonNode outer = object(name);
        outer.properties().forEach(entry -> {
            if (!entry.getValue().isObject()) {
                violations.add(
                        new Violation(List.of("body", name, entry.getKey()), "is no JSON object", "type_error.dict"));
            }
        });
        return outer;
    }

    /** A list of texts. */
    List<String> texts(String name) {
        JsonNode node = json.path(name);
        if (node.isMissingNode()) {
            violations.add(Violation.missing("body", name));
        } else if (!node.isArray()) {
            violations.add(new Violation(List.of("body", name), "is no list", "type_error.list"));
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            if (!node.get(i).isString()) {
                violations.add(new Violation(List.of("body", name, i), "is no text", "type_error.str"));
            }
            texts.add(node.get(i).asString(""));
        }
        return texts;
    }

    /** As {@link #texts}; neither empty nor with one of them twice. */
    List<String> distinct(String name) {
        List<String> texts = texts(name);
        if (json.path(name).isArray() && texts.isEmpty()) {
            violations.add(Violation.wrong("is empty", "body", name));
        }
        for (int i = 0; i < texts.size(); i++) {
            if (texts.indexOf(texts.get(i)) < i) {
                violations.add(Violation.wrong("'" + texts.get(i) + "' is there twice", "body", name, i));
            }
        }
        return texts;
    }

    UUID uuid(String name) {
        String text = text(name);
        if (json.path(name).isString() && Identifiers.parse(text).isEmpty()) {
            violations.add(new Violation(List.of("body", name), "is no UUID", "type_error.uuid"));
        }
        return Identifiers.parse(text).orElse(new UUID(0, 0));
    }

    /** @throws Refused with 422 if anything was wrong so far */
    void check() {
        Refused.ifAny(violations);
    }
}
