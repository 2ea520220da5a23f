package org.busbar.journal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings events that an earlier version wrote to the form of today: what was added since gets the value that says what
 * the earlier version meant. A journal is never rewritten.
 */
final class FormerForm {

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private FormerForm() {}

    /** Adds what is missing, in place. */
    static void complete(JsonNode node) {
        if (node instanceof ObjectNode object) {
            completeEvent(object);
            completePart(object);
        }
        node.forEach(FormerForm::complete);
    }

    private static void completeEvent(ObjectNode object) {
        String type = object.path("type").asString("");
        if (type.equals("StepBegun")) {
            add(object, "attempt", MAKE.numberNode(1));
            add(object, "effects", MAKE.arrayNode());
        } else if (type.equals("StepEnded")) {
            add(object, "effects", MAKE.arrayNode());
        } else if (type.equals("RunEnded")) {
            add(object, "flag", MAKE.stringNode("NONE"));
        } else if (type.equals("Repeat") && !object.has("steps")) {
            add(object, "edits", MAKE.objectNode());
        } else if (type.equals("Reserved")) {
            add(object, "lease", MAKE.stringNode("PT0S"));
        } else if (type.equals("Act") || type.equals("Analyse")) {
            add(object, "terms", terms());
        } else if (type.equals("TrialSuggested")) {
            add(object, "grounds", grounds());
        } else if (type.equals("OptimizerSwapped")) {
            add(object, "settings", MAKE.objectNode());
        }
    }

    /** Nothing was written down. */
    private static ObjectNode grounds() {
        ObjectNode grounds = MAKE.objectNode();
        grounds.set("expected", MAKE.objectNode());
        grounds.put("exploration", "NaN").put("reason", "");
        grounds.set("facts", MAKE.objectNode());
        grounds.set("parts", MAKE.arrayNode());
        grounds.set("settings", MAKE.objectNode());
        grounds.put("seed", 0);
        grounds.set("pending", MAKE.arrayNode());
        return grounds.put("question", "");
    }

    private static ObjectNode terms() {
        ObjectNode recovery =
                MAKE.objectNode().put("policy", "FAIL").put("times", 0).put("backoff", "PT0S");
        ObjectNode terms = MAKE.objectNode();
        terms.set("recovery", recovery);
        terms.put("timeout", "PT0S");
        terms.set("positions", MAKE.arrayNode());
        return terms;
    }

    private static ObjectNode wish() {
        ObjectNode wish = MAKE.objectNode().put("priority", 0);
        wish.set("deadline", MAKE.nullNode());
        return wish.put("budget", "Infinity").put("uncertainty", "Infinity").put("parent", "");
    }

    private static void completePart(ObjectNode object) {
        if (object.has("agent") && object.has("capability") && object.has("started")) {
            add(object, "outputs", MAKE.objectNode());
            add(object, "askedBy", MAKE.stringNode(""));
        } else if (object.has("sequence") && object.has("askedBy")) {
            add(object, "priority", MAKE.numberNode(0));
        } else if (object.has("steps") && object.has("version")) {
            for (String added : new String[] {"roles", "cleanup", "interlocks", "suspenders"}) {
                add(object, added, MAKE.arrayNode());
            }
        } else if (object.has("quantity") && object.has("methods") && object.has("askedBy")) {
            add(object, "inputsOf", MAKE.objectNode());
            add(object, "wish", wish());
        } else if (object.has("request") && object.has("outputs") && object.has("tenant")) {
            add(object, "inputs", object.path("request").path("inputs"));
            add(object, "version", MAKE.numberNode(1));
        } else if (object.has("optimizer") && object.has("trials") && object.has("seed")) {
            add(object, "target", MAKE.nullNode());
            add(object, "settings", MAKE.objectNode());
            add(object, "history", MAKE.arrayNode());
            add(object, "trusted", MAKE.stringNode("REJECTED")); // quality was not looked at
        } else {
            completeSearch(object);
        }
    }

    private static void completeSearch(ObjectNode object) {
        if (object.has("after") && object.has("to")) {
            add(object, "settings", MAKE.objectNode());
        } else if (object.has("space") && object.has("objectives")) {
            add(object, "limits", MAKE.arrayNode());
            add(object, "fidelity", MAKE.nullNode());
        } else if (object.has("capability") && object.path("capability").isObject()) {
            add((ObjectNode) object.path("capability"), "defaults", MAKE.objectNode());
        } else if (object.has("parameters") && object.has("candidates")) {
            add(object, "mixtures", MAKE.arrayNode());
            add(object, "constraints", MAKE.arrayNode());
            add(object, "scales", MAKE.objectNode());
        }
    }

    private static void add(ObjectNode object, String name, JsonNode value) {
        if (!object.has(name)) {
            object.set(name, value);
        }
    }
}
