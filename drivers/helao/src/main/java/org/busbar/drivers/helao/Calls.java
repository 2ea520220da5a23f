package org.busbar.drivers.helao;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.drivers.described.Deed;
import org.busbar.drivers.described.Encoding;
import org.busbar.drivers.described.Notation;
import org.busbar.drivers.described.Reply;
import org.busbar.drivers.described.Scope;
import org.busbar.drivers.described.Template;
import org.busbar.drivers.described.Verb;
import org.busbar.drivers.described.json.Json;
import org.busbar.drivers.described.json.JsonReply;
import org.busbar.drivers.described.yaml.Entry;
import org.busbar.drivers.described.yaml.Section;

/**
 * The step {@code call} of a description: {@code call}, the name of an action; {@code with}, its parameters, else the inputs
 * under their own names; {@code within}, how long it may take; {@code expect} and {@code reply}, see {@link JsonReply}.
 *
 * @param type first part of every path, such as {@code lang}
 */
record Calls(String type, ActionServer server) {

    private static final Duration WITHIN = Duration.ofMinutes(10);

    /** One pair of a query; the key is there once for each. */
    private record Pair(String name, Function<Values, String> value) {}

    Map<String, Verb> verbs() {
        return Map.of("call", this::read);
    }

    private Deed read(Section step, Scope scope) {
        String action = step.get("call").as(Calls::name);
        Optional<Entry> with = step.find("with");
        List<Pair> pairs = with.isPresent() ? said(with.get().section(), scope) : inputs(scope);
        Endpoint endpoint = new Endpoint(
                "/" + type + "/" + action,
                pairs.stream().map(Pair::name).collect(Collectors.toCollection(LinkedHashSet::new)));
        Duration within = step.find("within").map(Entry::duration).orElse(WITHIN);
        Reply reply = JsonReply.of(step, scope);
        server.use(endpoint);
        return known -> {
            String query = query(pairs, known);
            String answer = server.call(endpoint, query, within, scope.isUrgent());
            requireJson(endpoint, answer);
            return reply.read(endpoint.path() + query, answer);
        };
    }

    static String name(String text) {
        if (!text.matches("[A-Za-z0-9_.-]+")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not the name of an action: write it as in /docs of the server, such as moveAbs");
        }
        return text;
    }

    private static List<Pair> inputs(Scope scope) {
        List<Pair> pairs = new ArrayList<>();
        for (String name : scope.inputs()) {
            Notation notation = scope.input(name);
            pairs.add(new Pair(name, known -> Encoding.URL.apply(notation.write(known.get(name)))));
        }
        return pairs;
    }

    private static List<Pair> said(Section with, Scope scope) {
        List<Pair> pairs = new ArrayList<>();
        new LinkedHashMap<>(with.all()).forEach((name, entry) -> entry.items()
                .forEach(item ->
                        pairs.add(new Pair(Encoding.URL.apply(name), Template.of(item, scope, Encoding.URL)::fill))));
        return pairs;
    }

    private static String query(List<Pair> pairs, Values known) {
        return pairs.isEmpty()
                ? ""
                : pairs.stream()
                        .map(pair -> pair.name() + "=" + pair.value().apply(known))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static void requireJson(Endpoint endpoint, String answer) throws DeviceException {
        try {
            Json.parse(answer);
        } catch (IllegalArgumentException e) {
            throw new DeviceException(
                    Detail.COMMUNICATION, "The answer of " + endpoint.path() + " is " + e.getMessage(), e);
        }
    }
}
