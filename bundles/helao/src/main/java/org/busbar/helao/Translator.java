package org.busbar.helao;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Value;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Step;
import org.busbar.helao.Mapping.Item;
import org.busbar.helao.Target.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns as much of an experiment as possible into the steps of one run. It ends where something must be known that only
 * an earlier run can tell, and at every other command of the orchestrator than {@code modify}.
 */
final class Translator {

    /** A step of this part: who does it, and its inputs by HELAO's names. */
    private record Done(Target target, Map<String, Input> inputs) {}

    private final Soe soe;
    private final Targets targets;
    private final Scope scope;
    private final Placeholders placeholders;
    private final Map<String, Input> links = new LinkedHashMap<>(); // by pointer: what this very part gives
    private final Map<String, Integer> linkedBy = new HashMap<>(); // by pointer: the modify
    private final Map<String, Done> done = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();

    private Translator(Soe soe, Map<String, Datum> known, Targets targets, Scope scope) {
        this.soe = soe;
        this.targets = targets;
        this.scope = scope;
        this.placeholders = new Placeholders(soe, known);
    }

    /**
     * The part from an event on, as long as it can be.
     *
     * @param known the values of placeholders, by pointer
     * @throws SoeException if a step cannot be translated
     * @throws NotYet if the first step cannot be translated just now
     */
    static Part part(Soe soe, int from, Map<String, Datum> known, Targets targets, Scope scope) {
        Translator free = new Translator(soe, known, targets, scope);
        int to = free.run(from, soe.steps().size(), false);
        int dangling = free.dangling();
        return dangling < 0 ? free.part(to) : part(soe, from, dangling, known, targets, scope);
    }

    /** The part up to an event, which was found before by {@link #part(Soe, int, Map, Targets, Scope)}. */
    static Part part(Soe soe, int from, int to, Map<String, Datum> known, Targets targets, Scope scope) {
        Translator bound = new Translator(soe, known, targets, scope);
        return bound.part(bound.run(from, to, true));
    }

    private Part part(int to) {
        return new Part(steps, to, placeholders.known());
    }

    private int run(int from, int limit, boolean exact) {
        for (int i = from; i < limit; i++) {
            if (!added(soe.steps().get(i), exact)) {
                return i;
            }
        }
        return limit;
    }

    /** The first modify whose value would be known only after this part; -1 if there is none. */
    private int dangling() {
        return links.keySet().stream()
                .filter(pointer -> !done.containsKey(Address.parts(pointer).get(0)))
                .mapToInt(pointer -> linkedBy.getOrDefault(pointer, -1))
                .min()
                .orElse(-1);
    }

    private boolean added(SoeStep step, boolean exact) {
        try {
            if (step.isNative()) {
                return step.isNative("modify") && modified(step);
            }
            steps.add(step(step));
            return true;
        } catch (NotYet e) {
            return laterOr(e, exact);
        } catch (Unresolved e) {
            return laterOr(new SoeException(step, String.valueOf(e.getMessage())), exact);
        }
    }

    private boolean laterOr(RuntimeException fault, boolean exact) {
        if (exact || steps.isEmpty()) {
            throw fault;
        }
        return false;
    }

    private boolean modified(SoeStep modify) {
        Modification.of(soe, modify, placeholders).forEach((pointer, address) -> {
            if (placeholders.get(pointer).isPresent()) {
                return; // known since an earlier attempt
            }
            if (isOfThisPart(address)) {
                link(modify, pointer, address);
            } else {
                placeholders.set(pointer, scope.find(address).orElseThrow(() -> new Unresolved(address)));
            }
        });
        return true;
    }

    /** Only a whole parameter can be a reference; for anything else the value itself must be known. */
    private void link(SoeStep modify, String pointer, Address address) {
        List<String> parts = Address.parts(pointer);
        Optional<SoeStep> changed = soe.steps().stream()
                .filter(step -> step.name().equals(parts.get(0)))
                .findFirst();
        boolean input = changed.isPresent() && !changed.get().isNative() && parts.size() == 2;
        if (!input || targets.of(changed.get()).kind() == Kind.OPTIMIZER) {
            throw new Unresolved(address);
        }
        links.put(pointer, ofThisPart(modify, address));
        linkedBy.put(pointer, modify.index());
    }

    private Step step(SoeStep step) {
        Target target = targets.of(step);
        if (target.kind() == Kind.OPTIMIZER) {
            Step.Suggest suggest =
                    new Learner(soe, targets, scope).suggest(step, target, placeholders.of(step), asked());
            done.put(step.name(), new Done(target, Map.of()));
            return suggest;
        }
        Map<String, Input> byKey = inputs(step, target);
        done.put(step.name(), new Done(target, byKey));
        Map<String, Input> byName = named(target, byKey);
        return target.kind() == Kind.DEVICE
                ? new Step.Act(step.name(), capability(target), target.id(), byName)
                : new Step.Analyse(step.name(), target.id(), byName);
    }

    private List<String> asked() {
        return soe.steps().stream()
                .filter(step -> done.containsKey(step.name()))
                .filter(step -> targets.of(step).kind() == Kind.OPTIMIZER)
                .map(SoeStep::server)
                .toList();
    }

    private static String capability(Target target) {
        return target.capability().orElseThrow().name();
    }

    private Map<String, Input> inputs(SoeStep step, Target target) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        ObjectNode params = placeholders.of(step);
        for (Map.Entry<String, JsonNode> param : params.properties()) {
            String key = param.getKey();
            if (!target.work().input(key).name().isEmpty() && !param.getValue().isNull()) {
                inputs.put(key, input(step, target, key, param.getValue()));
            }
        }
        return inputs;
    }

    private Input input(SoeStep step, Target target, String key, JsonNode node) {
        String pointer = step.name() + "/" + key;
        Input link = links.get(pointer);
        if (link != null) {
            return link;
        }
        Item item = item(target, key);
        Parameter declared = target.input(item.name());
        try {
            if (target.kind() == Kind.ANALYSIS && isAddress(key) && node.isString()) {
                return at(step, Address.parse(node.stringValue()), declared, item.unit());
            }
            Optional<Value> known = placeholders.get(pointer).flatMap(Datum::known);
            return new Input.Constant(known.map(value -> Conversion.fit(value, declared, item.unit()))
                    .orElseGet(() -> literal(node, declared, item.unit())));
        } catch (SoeException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new SoeException(step, key + ": " + e.getMessage());
        }
    }

    private static Value literal(JsonNode node, @Nullable Parameter declared, String unit) {
        if (node.isString() && node.stringValue().equals(Placeholders.MARK)) {
            throw new IllegalArgumentException("the placeholder \"?\" was not filled; a modify must come before");
        }
        return Conversion.value(node, declared, unit);
    }

    static boolean isAddress(String key) {
        return key.equals("address") || key.endsWith("_address");
    }

    /** What a parameter is in this lab; that of an analysis without its ending {@code _address}. */
    static Item item(Target target, String key) {
        Item item = target.work().input(key);
        boolean same = item.name().equals(key) && key.endsWith("_address") && target.kind() == Kind.ANALYSIS;
        return same ? new Item(key.substring(0, key.length() - "_address".length()), item.unit()) : item;
    }

    private Input at(SoeStep step, Address address, @Nullable Parameter declared, String unit) {
        if (isOfThisPart(address)) {
            return ofThisPart(step, address);
        }
        Datum datum = scope.find(address).orElseThrow(() -> new Unresolved(address));
        return new Input.Constant(datum.known()
                .map(value -> Conversion.fit(value, declared, unit))
                .orElseGet(() -> Conversion.value(datum.json(), declared, unit)));
    }

    private boolean isOfThisPart(Address address) {
        boolean own = address.experiment() == scope.experiment() && address.thread() == scope.thread();
        return own && done.containsKey(address.name());
    }

    private Input ofThisPart(SoeStep step, Address address) {
        Done source = done.get(address.name());
        List<String> path = StepData.withoutOuterData(address.path());
        if (source == null || path.size() != 2) {
            throw new SoeException(step, address + " names no single value");
        }
        if (path.get(0).equals("data")) {
            return new Input.Output(address.name(), source.target().work().outputOf(path.get(1)));
        }
        Input given = source.inputs().get(path.get(1));
        if (given == null || !path.get(0).equals("parameters")) {
            throw new SoeException(step, "there is nothing at " + address);
        }
        return given;
    }

    private static Map<String, Input> named(Target target, Map<String, Input> byKey) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        byKey.forEach((key, input) -> inputs.put(item(target, key).name(), input));
        target.work()
                .defaults()
                .forEach((name, node) -> inputs.computeIfAbsent(
                        name, missing -> new Input.Constant(Conversion.value(node, target.input(name), ""))));
        return inputs;
    }
}
