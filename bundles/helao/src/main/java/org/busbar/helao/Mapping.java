package org.busbar.helao;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.optimize.Objective.Goal;
import tools.jackson.databind.JsonNode;

/**
 * What HELAO's names mean in this lab. What is not named here has the same name in both.
 *
 * @param instrument the first word of the names of data files
 * @param servers by server, such as {@code lang:1} or {@code lang}
 * @param actions by server and action, such as {@code lang/moveAbs} or {@code lang:1/moveAbs}
 */
record Mapping(String instrument, Map<String, Server> servers, Map<String, Work> actions) {

    Mapping {
        servers = ordered(servers);
        actions = ordered(actions);
    }

    static Mapping none(String instrument) {
        return new Mapping(instrument, Map.of(), Map.of());
    }

    /** The server of a step; the index may be left out. */
    Optional<Server> server(SoeStep step) {
        Server exact = servers.get(step.server());
        return Optional.ofNullable(exact == null ? servers.get(step.type()) : exact);
    }

    /** What kind of plug-in does a step. */
    Target.Kind kind(SoeStep step) {
        Server server = server(step).orElse(null);
        if (server == null) {
            return step.type().equals("ml")
                    ? Target.Kind.OPTIMIZER
                    : step.type().equals("analysis") ? Target.Kind.ANALYSIS : Target.Kind.DEVICE;
        }
        return server instanceof Server.OfOptimizer
                ? Target.Kind.OPTIMIZER
                : server instanceof Server.OfDevice ? Target.Kind.DEVICE : Target.Kind.ANALYSIS;
    }

    /** What a step does; everything by default if nothing is said. */
    Work work(SoeStep step) {
        Work exact = actions.get(step.server() + "/" + step.action());
        return exact == null ? actions.getOrDefault(step.type() + "/" + step.action(), Work.SAME) : exact;
    }

    /** Who does the work of a server. */
    sealed interface Server {

        /** @param id its {@code lab.id} */
        record OfDevice(String id) implements Server {}

        /** @param id its {@code lab.id} */
        record OfOptimizer(String id) implements Server {}

        /** The analysis is named by the action. */
        record OfAnalyses() implements Server {}
    }

    /**
     * What an action is in this lab.
     *
     * @param name the action of the device or the {@code lab.id} of the analysis; empty if it is named the same
     * @param inputs by HELAO's parameter
     * @param outputs by this lab's output
     * @param defaults inputs of this lab that are given when HELAO's client does not
     */
    record Work(
            String name,
            Map<String, Item> inputs,
            Map<String, Item> outputs,
            Map<String, JsonNode> defaults,
            Learning learning) {

        static final Work SAME = new Work("", Map.of(), Map.of(), Map.of(), Learning.GUESSED);

        Work {
            inputs = ordered(inputs);
            outputs = ordered(outputs);
            defaults = ordered(defaults);
        }

        Item input(String key) {
            return inputs.getOrDefault(key, new Item(key, ""));
        }

        Item output(String name) {
            return outputs.getOrDefault(name, new Item(name, ""));
        }

        /** The output of this lab that HELAO's clients know by that key. */
        String outputOf(String key) {
            return outputs.entrySet().stream()
                    .filter(entry -> entry.getValue().name().equals(key))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(key);
        }
    }

    /**
     * A parameter or output.
     *
     * @param name what the other side calls it; empty if it is left out
     * @param unit the unit of its bare numbers; empty for the declared one
     */
    record Item(String name, String unit) {}

    /**
     * What a learning step learns from.
     *
     * @param point the coordinates by name; empty to guess them
     * @param objective the key of the observed value; empty if it is the only one there is
     */
    record Learning(Map<String, Coordinate> point, String objective, Goal goal) {

        static final Learning GUESSED = new Learning(Map.of(), "", Goal.MAXIMIZE);

        Learning {
            point = ordered(point);
        }
    }

    /**
     * A coordinate of the points that are learnt from.
     *
     * @param from its key beside the observed value, or {@code action/parameters/key} of the same experiment; empty to
     *     guess it
     */
    record Coordinate(String from, String unit) {}

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
