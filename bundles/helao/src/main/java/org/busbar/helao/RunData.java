package org.busbar.helao;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What one run of a data file holds: experiments, and in them what came of their steps. Guarded by its owner. */
final class RunData {

    private final Map<String, Map<String, StepData>> experiments = new LinkedHashMap<>();
    private final Map<String, ObjectNode> metas = new LinkedHashMap<>();
    private final Set<Integer> threads = new LinkedHashSet<>();
    private final Map<String, Set<Address>> learnt = new LinkedHashMap<>();
    private final List<Runnable> unread = new ArrayList<>();

    /** Makes the group of an experiment. */
    void begin(int experiment, int thread, ObjectNode meta) {
        String group = Address.group(experiment, thread);
        experiments.computeIfAbsent(group, key -> new LinkedHashMap<>());
        metas.put(group, meta.deepCopy().put("thread", thread));
    }

    void join(int thread) {
        threads.add(thread);
    }

    boolean hasThread(int thread) {
        return threads.contains(thread);
    }

    void put(int experiment, int thread, StepData step) {
        experiments
                .computeIfAbsent(Address.group(experiment, thread), key -> new LinkedHashMap<>())
                .put(step.step().name(), step);
    }

    Optional<StepData> step(Address address) {
        return Optional.ofNullable(
                experiments.getOrDefault(address.group(), Map.of()).get(address.name()));
    }

    /** The first step of that action in an experiment. */
    Optional<StepData> action(Address beside, String action) {
        return experiments.getOrDefault(beside.group(), Map.of()).values().stream()
                .filter(step -> step.step().action().equals(action))
                .findFirst();
    }

    /** Every step of a server. */
    List<StepData> steps(String server) {
        return experiments.values().stream()
                .flatMap(steps -> steps.values().stream())
                .filter(step -> step.step().server().equals(server))
                .toList();
    }

    /** Remembers that a learning server was pointed to an address. */
    void learn(String server, List<Address> addresses) {
        learnt.computeIfAbsent(server, key -> new LinkedHashSet<>()).addAll(addresses);
    }

    /** Every address a learning server was ever pointed to, oldest first. */
    Set<Address> learnt(String server) {
        return new LinkedHashSet<>(learnt.getOrDefault(server, Set.of()));
    }

    /** Has more data read the next time somebody asks for {@link #readAll}. */
    void readLater(Runnable reading) {
        unread.add(reading);
    }

    void readAll() {
        List<Runnable> now = List.copyOf(unread);
        unread.clear();
        now.forEach(Runnable::run);
    }

    /** The groups of the experiments, oldest first. */
    List<String> groups() {
        return List.copyOf(experiments.keySet());
    }

    /** What is at a path below the run, as JSON; missing if there is nothing. */
    JsonNode json(List<String> path) {
        if (path.isEmpty()) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            experiments.keySet().forEach(group -> all.set(group, json(List.of(group))));
            return all;
        }
        Map<String, StepData> steps = experiments.get(path.get(0));
        return steps == null ? MissingNode.getInstance() : json(path.get(0), steps, path.subList(1, path.size()));
    }

    private JsonNode json(String group, Map<String, StepData> steps, List<String> path) {
        JsonNode meta = metas.getOrDefault(group, JsonNodeFactory.instance.objectNode());
        if (path.isEmpty()) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            steps.forEach((name, step) -> all.set(name, step.json(List.of())));
            all.set("meta", meta);
            return all;
        }
        List<String> rest = path.subList(1, path.size());
        if (path.get(0).equals("meta")) {
            return rest.isEmpty() ? meta : meta.at("/" + String.join("/", rest));
        }
        StepData step = steps.get(path.get(0));
        return step == null ? MissingNode.getInstance() : step.json(rest);
    }
}
