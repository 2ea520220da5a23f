package org.busbar.helao;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Unit;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.busbar.helao.Mapping.Item;
import org.busbar.helao.Mapping.Server;
import org.busbar.helao.Mapping.Work;
import org.busbar.helao.Target.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a sequence of actions and analyses as HELAO's experiment: the way back of {@link Translator}. A reference to an
 * earlier output becomes an address in an analysis, and a {@code "?"} with a {@code modify} before it in an action.
 */
final class SoeWriter {

    private static final Pattern NUMBERED = Pattern.compile("(.+)-(\\d+)");

    private final Mapping mapping;
    private final Vocabulary vocabulary;
    private final String group;
    private final List<SoeStep> steps = new ArrayList<>();
    private final Map<String, ObjectNode> params = new LinkedHashMap<>();
    private final Map<String, SoeStep> written = new LinkedHashMap<>(); // by the id of the step
    private final Map<Input, String> given = new LinkedHashMap<>(); // address of each parameter of an action

    private SoeWriter(Mapping mapping, Vocabulary vocabulary, String group) {
        this.mapping = mapping;
        this.vocabulary = vocabulary;
        this.group = group;
    }

    /**
     * Writes a sequence.
     *
     * @param experiment the number it will have, which its addresses hold
     * @throws IllegalArgumentException if there is something in it that HELAO has no word for
     */
    static Soe write(Sequence sequence, Mapping mapping, Vocabulary vocabulary, int experiment, int thread) {
        SoeWriter writer = new SoeWriter(mapping, vocabulary, Address.group(experiment, thread));
        for (Step step : sequence.steps()) {
            writer.add(step);
        }
        return new Soe(writer.steps, writer.params, JsonNodeFactory.instance.objectNode());
    }

    private void add(Step step) {
        if (step instanceof Step.Act act) {
            String server = server(act.device(), act.action());
            add(step, server, action(server, act.action(), act.id()), Kind.DEVICE, act.device());
        } else if (step instanceof Step.Analyse analyse) {
            add(
                    step,
                    "analysis",
                    action("analysis", analyse.analysis(), analyse.id()),
                    Kind.ANALYSIS,
                    analyse.analysis());
        } else {
            throw new IllegalArgumentException("Step " + step.id() + ": HELAO has no word for "
                    + step.getClass().getSimpleName());
        }
    }

    /** The server of a device; of several the one that has the action in its mapping. */
    private String server(String device, String action) {
        List<String> mapped = mapping.servers().entrySet().stream()
                .filter(entry -> entry.getValue().equals(new Server.OfDevice(device)))
                .map(Map.Entry::getKey)
                .toList();
        Matcher numbered = NUMBERED.matcher(device);
        String same = numbered.matches() ? numbered.group(1) + ":" + numbered.group(2) : device;
        return mapped.stream()
                .filter(server -> hasAction(server, action))
                .findFirst()
                .orElse(mapped.isEmpty() ? same : mapped.get(0));
    }

    private boolean hasAction(String server, String action) {
        String type = new SoeStep(0, server, "x").type();
        return mapping.actions().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(server + "/")
                        || entry.getKey().startsWith(type + "/"))
                .anyMatch(entry -> entry.getValue().name().equals(action)
                        || entry.getValue().name().isEmpty() && entry.getKey().endsWith("/" + action));
    }

    private String action(String server, String action, String id) {
        String type = new SoeStep(0, server, "x").type();
        String name = mapping.actions().entrySet().stream()
                .filter(entry -> entry.getValue().name().equals(action))
                .map(Map.Entry::getKey)
                .filter(key -> key.startsWith(server + "/") || key.startsWith(type + "/"))
                .map(key -> key.substring(key.indexOf('/') + 1))
                .findFirst()
                .orElse(action);
        if (name.contains("_")) {
            throw new IllegalArgumentException(
                    "Step " + id + ": HELAO ends the name of an action at the first '_', so '" + name
                            + "' must be given another one in helao.json");
        }
        return name;
    }

    private void add(Step step, String server, String action, Kind kind, String id) {
        SoeStep wanted = new SoeStep(0, server, step.id());
        boolean keeps = wanted.action().equals(action)
                && step.id().indexOf('_') == step.id().lastIndexOf('_');
        SoeStep named = new SoeStep(0, server, keeps ? step.id() : action + "_" + written.size());
        Target target = new Target(kind, id, mapping.work(named), capability(kind, id, mapping.work(named), named));
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Map<String, String> copied = new LinkedHashMap<>();
        step.inputs().forEach((name, input) -> put(object, named, target, name, input, copied));
        modify(copied);
        SoeStep placed = new SoeStep(steps.size(), server, named.name());
        steps.add(placed);
        params.put(placed.name(), object);
        written.put(step.id(), placed);
    }

    private Optional<Capability> capability(Kind kind, String id, Work work, SoeStep step) {
        String action = work.name().isEmpty() ? step.action() : work.name();
        return kind == Kind.ANALYSIS
                ? vocabulary.analysis(id)
                : vocabulary.station(id).flatMap(station -> station.actions().stream()
                        .filter(known -> known.name().equals(action))
                        .findFirst());
    }

    private void put(
            ObjectNode object, SoeStep step, Target target, String name, Input input, Map<String, String> copied) {
        String key = key(target, name);
        boolean analysis = target.kind() == Kind.ANALYSIS;
        String address = analysis ? given.get(input) : null;
        if (input instanceof Input.Output output) {
            address = address(output, step);
        }
        if (address == null) {
            object.set(key, constant(step, target, key, name, input));
        } else if (analysis) {
            object.put(Translator.isAddress(key) ? key : key + "_address", address);
        } else {
            object.put(key, Placeholders.MARK);
            copied.put(step.name() + "/" + key, address);
        }
        if (!analysis && input instanceof Input.Constant) {
            given.putIfAbsent(input, group + "/" + step.name() + "/parameters/" + key);
        }
    }

    private static String key(Target target, String name) {
        return target.work().inputs().entrySet().stream()
                .filter(entry -> entry.getValue().name().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name);
    }

    private JsonNode constant(SoeStep step, Target target, String key, String name, Input input) {
        if (!(input instanceof Input.Constant constant)) {
            throw new IllegalArgumentException(
                    "Step " + step.name() + ", " + name + ": HELAO has no word for " + input);
        }
        Item item = target.work().input(key);
        Parameter declared = target.input(name);
        return Conversion.json(constant.value(), unit(declared, item));
    }

    private static String unit(@Nullable Parameter declared, Item item) {
        Unit unit = Conversion.unit(declared, item.unit());
        return unit.equals(Unit.ONE) ? "" : unit.ucum();
    }

    private String address(Input.Output output, SoeStep step) {
        SoeStep source = written.get(output.step());
        if (source == null) {
            throw new IllegalArgumentException(
                    "Step " + step.name() + " refers to " + output.step() + ", which is not before it");
        }
        String key = mapping.work(source).output(output.name()).name();
        String data = mapping.kind(source) == Kind.DEVICE ? "/data/data/" : "/data/";
        return group + "/" + source.name() + data + key;
    }

    private void modify(Map<String, String> copied) {
        if (copied.isEmpty()) {
            return;
        }
        SoeStep modify = new SoeStep(steps.size(), SoeStep.NATIVE, "modify_" + steps.size());
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        copied.values().forEach(object.putArray("addresses")::add);
        copied.keySet().forEach(object.putArray("pointers")::add);
        steps.add(modify);
        params.put(modify.name(), object);
    }
}
