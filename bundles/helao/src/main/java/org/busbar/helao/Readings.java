package org.busbar.helao;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What HELAO's clients can read of the data. Used by one thread only, while the board does not change. */
final class Readings {

    private final Board board;

    Readings(Board board) {
        this.board = board;
    }

    /**
     * The data of a thread's present or last run.
     *
     * @param run another run of the same file
     * @throws Refused if there are none
     */
    RunData of(int thread, OptionalInt run) {
        Place place = place(thread);
        return of(place.path(), run.orElse(place.run()));
    }

    /** The data of a run of a file, as {@link #of(int, OptionalInt)}. */
    RunData of(String path, int run) {
        return board.tree
                .find(path, run)
                .orElseThrow(() -> new Refused(
                        404,
                        "There is no run " + run + " of " + path + " among the last " + DataTree.KEPT
                                + " runs; the journal has all of them"));
    }

    private Place place(int thread) {
        Lane lane = board.lanes.get(thread);
        return Stream.ofNullable(lane)
                .flatMap(known -> Stream.concat(Stream.ofNullable(known.place), known.history.stream()))
                .findFirst()
                .orElseThrow(() -> new Refused(404, "Thread " + thread + " has no data"));
    }

    /** The names below an address. */
    static ArrayNode headers(RunData run, String address) {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        group(run, address).propertyNames().forEach(names::add);
        return names;
    }

    /** All that is below an address. */
    static JsonNode group(RunData run, String address) {
        JsonNode node = run.json(Address.parts(address));
        if (node.isMissingNode()) {
            throw new Refused(404, "There is nothing at '" + address + "'");
        }
        return node;
    }

    /** What each experiment has at addresses below it; those that have nothing are left out. */
    static ArrayNode array(RunData run, List<String> addresses) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (String group : run.groups()) {
            List<JsonNode> found = found(run, group, addresses);
            if (found.size() == 1) {
                all.add(found.get(0));
            } else if (!found.isEmpty()) {
                all.addArray().addAll(found);
            }
        }
        return all;
    }

    private static List<JsonNode> found(RunData run, String group, List<String> addresses) {
        return addresses.stream()
                .map(address -> run.json(Address.parts(group + "/" + address)))
                .filter(node -> !node.isMissingNode())
                .toList();
    }

    /** What is at addresses below the run. */
    static ArrayNode groups(RunData run, List<String> addresses) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        addresses.forEach(address -> all.add(group(run, address)));
        return all;
    }

    /** What the present experiment of a thread has at addresses below it; empty until it has all of them. */
    Optional<ArrayNode> present(int thread, List<String> addresses) {
        RunData run = of(thread, OptionalInt.empty());
        String group = Address.group(board.lane(thread).experiment, thread);
        List<JsonNode> found = new ArrayList<>(found(run, group, addresses));
        return found.size() < addresses.size()
                ? Optional.empty()
                : Optional.of(JsonNodeFactory.instance.arrayNode().addAll(found));
    }
}
