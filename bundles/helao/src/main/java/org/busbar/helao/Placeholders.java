package org.busbar.helao;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The parameters of an experiment with the values of its placeholders {@code "?"}, as far as they are known. */
final class Placeholders {

    static final String MARK = "?";

    private final Soe soe;
    private final Map<String, Datum> known;

    /** @param known by pointer, such as {@code moveAbs_1/dx} */
    Placeholders(Soe soe, Map<String, Datum> known) {
        this.soe = soe;
        this.known = new LinkedHashMap<>(known);
    }

    void set(String pointer, Datum value) {
        known.put(pointer, value);
    }

    Optional<Datum> get(String pointer) {
        return Optional.ofNullable(known.get(pointer));
    }

    Map<String, Datum> known() {
        return Map.copyOf(known);
    }

    /** Whether the experiment has a placeholder there. */
    boolean isMarked(String pointer) {
        List<String> parts = Address.parts(pointer);
        if (parts.size() < 2) {
            return false;
        }
        JsonNode node = soe.params(parts.get(0)).at("/" + String.join("/", parts.subList(1, parts.size())));
        return node.isString() && node.stringValue().equals(MARK);
    }

    /** The parameters of a step, as a copy. */
    ObjectNode of(SoeStep step) {
        ObjectNode params = soe.params(step.name()).deepCopy();
        known.forEach((pointer, datum) -> {
            List<String> parts = Address.parts(pointer);
            if (parts.get(0).equals(step.name())) {
                put(params, parts.subList(1, parts.size()), datum.json());
            }
        });
        return params;
    }

    private static void put(JsonNode within, List<String> path, JsonNode value) {
        JsonNode last = within.at(path.size() == 1 ? "" : "/" + String.join("/", path.subList(0, path.size() - 1)));
        String key = path.get(path.size() - 1);
        if (last instanceof ObjectNode object) {
            object.set(key, value);
        } else if (last instanceof ArrayNode array) {
            array.set(Integer.parseInt(key), value);
        }
    }
}
