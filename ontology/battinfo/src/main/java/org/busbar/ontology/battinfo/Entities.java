package org.busbar.ontology.battinfo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Sample;
import org.busbar.api.Series;
import org.busbar.api.Value;

/**
 * Everything that was used or made, each once: a value that comes up again under the same name, and a sample under any
 * name, is the same thing.
 */
final class Entities {

    private record Key(String name, Value value) {}

    private final Map<Key, String> iris = new HashMap<>();
    private final List<Activity> activities = new ArrayList<>();
    private final Graph graph;
    private final ValueNodes nodes;

    Entities(Graph graph, ValueNodes nodes) {
        this.graph = graph;
        this.nodes = nodes;
    }

    /** An input of the request. */
    String asked(String iri, String name, Value value) {
        if (value instanceof Sample) {
            return met(iri, name, value);
        }
        graph.add(nodes.asked(iri, name, value));
        iris.put(new Key(name, value), iri);
        return iri;
    }

    /**
     * A value a step used or the result holds.
     *
     * @param iri its IRI if it has not come up before
     * @return the IRI by which to refer to it; that of its data set if it is a series of one
     */
    String met(String iri, String name, Value value) {
        Key key = value instanceof Sample ? new Key("", value) : new Key(name, value);
        String known = iris.get(key);
        if (known != null) {
            return known;
        }
        String reference = made(value instanceof Sample sample ? Iris.sample(sample.id()) : iri, name, value);
        iris.put(key, reference);
        return reference;
    }

    /** From now on, what comes up for the first time may be from this activity. */
    void after(Activity activity) {
        activities.add(0, activity);
    }

    private String made(String iri, String name, Value value) {
        Node node = graph.add(nodes.met(iri, name, value));
        return activities.stream()
                .filter(activity -> activity.gives(name))
                .findFirst()
                .map(maker -> value instanceof Series ? maker.generatedSeries(node) : maker.generated(node))
                .orElse(iri);
    }
}
