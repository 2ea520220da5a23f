package org.busbar.helao;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.busbar.helao.SoeException.Fault;
import org.busbar.json.Faults;
import org.busbar.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads an experiment and checks it by HELAO's rules. */
final class SoeReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
    private static final Set<String> COMMANDS =
            Set.of("start", "finish", "modify", "wait", "repeat", "stop", "conditional");

    private final List<Fault> faults = new ArrayList<>();
    private final List<SoeStep> steps = new ArrayList<>();
    private final Map<String, ObjectNode> params = new LinkedHashMap<>();

    private SoeReader() {}

    static Soe read(String json) {
        JsonNode tree = tree(json);
        SoeReader reader = new SoeReader();
        reader.readSteps(tree.path("soe"));
        reader.readParams(tree.path("params"));
        reader.checkPlaces();
        reader.checkNames();
        reader.checkRepeat();
        reader.checkStart();
        JsonNode meta = tree.path("meta");
        if (!meta.isObject() && !meta.isNull() && !meta.isMissingNode()) {
            reader.fault(-1, "meta is no object {\"name\": value, ...}");
        }
        if (!reader.faults.isEmpty()) {
            throw new SoeException(reader.faults);
        }
        return new Soe(reader.steps, reader.params, objectOrEmpty(meta));
    }

    private static JsonNode tree(String json) {
        try {
            JsonNode tree = Json.mapper().readTree(json);
            if (!tree.isObject()) {
                throw new SoeException(-1, "The experiment is no object {\"soe\": [...], \"params\": {...}}");
            }
            return tree;
        } catch (JacksonException e) {
            throw new SoeException(-1, "The experiment is not JSON: " + Faults.of(e));
        }
    }

    private static ObjectNode objectOrEmpty(JsonNode node) {
        return node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }

    private void fault(int step, String message) {
        faults.add(new Fault(step, message));
    }

    private void readSteps(JsonNode list) {
        if (!list.isArray()) {
            fault(-1, "soe is no list of steps such as \"stage:1/moveAbs_0\"");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            JsonNode node = list.get(i);
            if (node.isString()) {
                readStep(i, node.stringValue());
            } else {
                fault(i, node + " is no text such as \"stage:1/moveAbs_0\"");
            }
        }
    }

    private void readStep(int index, String text) {
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1 || slash != text.lastIndexOf('/')) {
            fault(index, "'" + text + "' must hold exactly one '/', between server and action");
        } else if (text.indexOf('_') != text.lastIndexOf('_')) {
            fault(index, "'" + text + "' holds more than one '_'");
        } else {
            add(new SoeStep(index, text.substring(0, slash), text.substring(slash + 1)));
        }
    }

    private void add(SoeStep step) {
        steps.add(step);
        if (!NAME.matcher(step.name()).matches() || step.action().isEmpty()) {
            fault(step.index(), "'" + step.name() + "' may hold letters, digits, '-' and one '_' after the action");
        }
        if (step.isNative() && !COMMANDS.contains(step.action())) {
            fault(step.index(), "the orchestrator has no command '" + step.action() + "', only " + sorted());
        }
    }

    private static List<String> sorted() {
        return COMMANDS.stream().sorted().toList();
    }

    private void readParams(JsonNode object) {
        if (!object.isObject()) {
            fault(-1, "params is no object {\"name of a step\": {...}, ...}");
            return;
        }
        object.properties().forEach(entry -> {
            JsonNode node = entry.getValue();
            if (!node.isObject() && !node.isNull()) {
                fault(-1, "params of " + entry.getKey() + " are neither an object nor null");
            }
            params.put(entry.getKey(), objectOrEmpty(node));
        });
    }

    private void checkPlaces() {
        int last = steps.size() - 1;
        boolean finishes = last >= 0 && steps.get(last).isNative("finish");
        int beforeFinish = finishes ? last - 1 : last;
        for (int i = 0; i <= last; i++) {
            SoeStep step = steps.get(i);
            checkPlace(step, "start", i == 0, "first");
            checkPlace(step, "finish", i == last, "last");
            checkPlace(step, "repeat", i == beforeFinish, "last or directly before finish");
        }
    }

    private void checkPlace(SoeStep step, String command, boolean right, String place) {
        if (step.isNative(command) && !right) {
            fault(step.index(), step + " may stand only once and " + place);
        }
    }

    private void checkNames() {
        Set<String> seen = new HashSet<>();
        for (SoeStep step : steps) {
            if (!seen.add(step.name())) {
                fault(step.index(), "the name " + step.name() + " occurs twice");
            } else if (!params.containsKey(step.name())) {
                fault(step.index(), "params has nothing for " + step.name() + "; give null if there is nothing");
            }
        }
        params.keySet().stream()
                .filter(name -> !seen.contains(name))
                .forEach(name -> fault(-1, "params has " + name + ", which is no step of soe"));
    }

    private void checkStart() {
        for (SoeStep step : steps) {
            JsonNode key = params.getOrDefault(step.name(), JsonNodeFactory.instance.objectNode())
                    .path("collectionkey");
            if (step.isNative("start")
                    && !(key.isString() && NAME.matcher(key.stringValue()).matches())) {
                fault(step.index(), step.name() + "/collectionkey must be a text of letters, digits, '-' and '_'");
            }
        }
    }

    private void checkRepeat() {
        for (SoeStep step : steps) {
            JsonNode n = params.getOrDefault(step.name(), JsonNodeFactory.instance.objectNode())
                    .path("n");
            boolean given = !n.isMissingNode();
            if (step.isNative("repeat") && given && !(n.canConvertToInt() && n.isIntegralNumber() && n.asInt() >= 0)) {
                fault(step.index(), step.name() + "/n = " + n + " is no whole number from 0");
            }
            if (step.isNative("repeat") && steps.stream().allMatch(SoeStep::isNative)) {
                fault(step.index(), step + " would repeat an experiment that does nothing");
            }
        }
    }
}
