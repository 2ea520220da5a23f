package org.busbar.helao;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.busbar.api.Unit;
import org.busbar.api.optimize.Objective.Goal;
import org.busbar.helao.Mapping.Coordinate;
import org.busbar.helao.Mapping.Item;
import org.busbar.helao.Mapping.Learning;
import org.busbar.helao.Mapping.Server;
import org.busbar.helao.Mapping.Work;
import org.busbar.json.Faults;
import org.busbar.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a mapping from JSON; whatever it does not know is refused, with its place. */
final class MappingReader {

    private MappingReader() {}

    /**
     * Reads a mapping.
     *
     * @param json blank for no mapping at all
     * @param instrument if the mapping names none
     * @throws IllegalArgumentException naming the place and what is wrong
     */
    static Mapping read(String json, String instrument) {
        if (json.isBlank()) {
            return Mapping.none(instrument);
        }
        JsonNode root = object(tree(json), "");
        only(root, "", "instrument", "servers", "actions");
        return new Mapping(
                text(root, "", "instrument", instrument),
                each(root, "", "servers", MappingReader::server),
                each(root, "", "actions", MappingReader::work));
    }

    private static JsonNode tree(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + Faults.of(e), e);
        }
    }

    private static Server server(String place, JsonNode node) {
        only(node, place, "device", "optimizer", "analysis");
        if (node.size() != 1) {
            throw wrong(place, "needs one of \"device\": id, \"optimizer\": id, \"analysis\": true");
        }
        if (node.has("analysis")) {
            return new Server.OfAnalyses();
        }
        return node.has("device")
                ? new Server.OfDevice(text(node, place, "device", ""))
                : new Server.OfOptimizer(text(node, place, "optimizer", ""));
    }

    private static Work work(String place, JsonNode node) {
        only(node, place, "action", "analysis", "inputs", "outputs", "defaults", "point", "objective", "goal");
        String name = text(node, place, "action", text(node, place, "analysis", ""));
        return new Work(
                name,
                each(node, place, "inputs", MappingReader::item),
                each(node, place, "outputs", MappingReader::item),
                each(node, place, "defaults", (where, value) -> value),
                learning(place, node));
    }

    private static Learning learning(String place, JsonNode node) {
        String goal = text(node, place, "goal", "maximize").toUpperCase(Locale.ROOT);
        if (!goal.equals("MAXIMIZE") && !goal.equals("MINIMIZE")) {
            throw wrong(place + "/goal", "is neither maximize nor minimize");
        }
        return new Learning(
                each(node, place, "point", MappingReader::coordinate),
                text(node, place, "objective", ""),
                Goal.valueOf(goal));
    }

    private static Item item(String place, JsonNode node) {
        if (node.isNull()) {
            return new Item("", "");
        }
        if (node.isString()) {
            return new Item(node.stringValue(), "");
        }
        only(object(node, place), place, "to", "unit");
        String last = place.substring(place.lastIndexOf('/') + 1);
        return new Item(text(node, place, "to", last), unit(node, place));
    }

    private static Coordinate coordinate(String place, JsonNode node) {
        only(object(node, place), place, "from", "unit");
        return new Coordinate(text(node, place, "from", ""), unit(node, place));
    }

    private static String unit(JsonNode node, String place) {
        String unit = text(node, place, "unit", "");
        if (!unit.isEmpty()) {
            Unit.of(unit);
        }
        return unit;
    }

    private static <T> Map<String, T> each(
            JsonNode parent, String place, String name, BiFunction<String, JsonNode, T> read) {
        Map<String, T> all = new LinkedHashMap<>();
        if (parent.has(name)) {
            String where = place + "/" + name;
            object(parent.get(name), where)
                    .properties()
                    .forEach(entry ->
                            all.put(entry.getKey(), read.apply(where + "/" + entry.getKey(), entry.getValue())));
        }
        return all;
    }

    private static JsonNode object(JsonNode node, String place) {
        if (!node.isObject()) {
            throw wrong(place, "is no object {\"name\": ...}");
        }
        return node;
    }

    private static String text(JsonNode node, String place, String name, String otherwise) {
        if (!node.has(name)) {
            return otherwise;
        }
        if (!node.get(name).isString() || node.get(name).stringValue().isBlank()) {
            throw wrong(place + "/" + name, "is no text");
        }
        return node.get(name).stringValue();
    }

    private static void only(JsonNode node, String place, String... names) {
        object(node, place).propertyNames().stream()
                .filter(name -> !List.of(names).contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw wrong(place + "/" + name, "is not known here, only " + String.join(", ", names));
                });
    }

    private static IllegalArgumentException wrong(String place, String message) {
        return new IllegalArgumentException((place.isEmpty() ? "it" : place) + " " + message);
    }
}
