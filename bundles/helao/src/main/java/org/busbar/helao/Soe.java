package org.busbar.helao;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.json.Json;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A HELAO experiment: a sequence of events. Nobody changes the trees in it.
 *
 * @param params of every step, by its name; an empty object where there are none
 */
record Soe(List<SoeStep> steps, Map<String, ObjectNode> params, ObjectNode meta) {

    Soe {
        steps = List.copyOf(steps);
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /**
     * Reads and checks an experiment.
     *
     * @throws SoeException naming everything that is wrong
     */
    static Soe parse(String json) {
        return SoeReader.read(json);
    }

    /** As JSON that {@link #parse} reads. */
    String write() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        steps.forEach(step -> root.withArray("/soe").add(step.toString()));
        ObjectNode all = root.putObject("params");
        params.forEach((name, object) -> all.set(name, object.isEmpty() ? root.nullNode() : object));
        root.set("meta", meta);
        if (steps.isEmpty()) {
            root.putArray("soe");
        }
        return Json.write(root);
    }

    /** The parameters of a step. */
    ObjectNode params(String name) {
        return params.getOrDefault(name, JsonNodeFactory.instance.objectNode());
    }

    /** The step of that command of the orchestrator. */
    Optional<SoeStep> command(String command) {
        return steps.stream().filter(step -> step.isNative(command)).findFirst();
    }

    /** Whether it ends the thread's work on its file. An experiment that repeats itself does so in its last round. */
    boolean finishes() {
        boolean repeats = command("repeat").isPresent() && command("start").isEmpty();
        return command("finish").isPresent() && !repeats;
    }

    /** What is to be queued when this experiment has been done; empty if it does not repeat itself. */
    Optional<Soe> again() {
        return command("repeat").map(repeat -> {
            int rounds = rounds(repeat);
            return rounds == 0 ? this : rounds == 1 ? without(repeat) : with(repeat, rounds - 1);
        });
    }

    /** The priority a repetition is queued with; lower runs first. */
    int priorityOfRepetition() {
        return command("repeat")
                .map(repeat -> params(repeat.name()).path("priority").asInt(5))
                .orElse(5);
    }

    private int rounds(SoeStep repeat) {
        return params(repeat.name()).path("n").asInt(0);
    }

    private Soe with(SoeStep repeat, int rounds) {
        Map<String, ObjectNode> changed = new LinkedHashMap<>(params);
        changed.put(repeat.name(), ((ObjectNode) params(repeat.name()).deepCopy()).put("n", rounds));
        return new Soe(steps, changed, meta);
    }

    private Soe without(SoeStep repeat) {
        Map<String, ObjectNode> changed = new LinkedHashMap<>(params);
        changed.remove(repeat.name());
        List<SoeStep> rest = steps.stream()
                .filter(step -> !step.equals(repeat))
                .map(step -> step.index() < repeat.index()
                        ? step
                        : new SoeStep(step.index() - 1, step.server(), step.name()))
                .toList();
        return new Soe(rest, changed, meta);
    }
}
