package org.busbar.ontology.battinfo;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The nodes of one document in the order in which they were added, and what had no word. */
final class Graph {

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Set<String> unmapped = new LinkedHashSet<>();

    Node add(Node node) {
        if (nodes.putIfAbsent(node.id(), node) != null) {
            throw new IllegalStateException("Two nodes are called " + node.id());
        }
        return node;
    }

    /** The node of that IRI, made and added if there is none yet. */
    Node node(String iri, Supplier<Node> made) {
        Node node = nodes.get(iri);
        return node != null ? node : add(made.get());
    }

    /** Notes that the ontologies have no word for this; it is in the document under our namespace. */
    void unmapped(String name) {
        unmapped.add(name);
    }

    List<Object> unmapped() {
        return List.copyOf(unmapped);
    }

    List<Object> members() {
        return nodes.values().stream().<Object>map(Node::members).toList();
    }
}
