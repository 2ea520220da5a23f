package org.busbar.ontology.battinfo;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Resource;
import org.busbar.api.Sample;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Value;

/** Makes a node of a value of any kind and notes what had no word. */
final class ValueNodes {

    private static final List<String> ASKED_FOR = List.of("ConventionalProperty");

    private final Vocabulary vocabulary;
    private final Graph graph;
    private final QuantityMembers quantities;
    private final SeriesMembers series;

    ValueNodes(Vocabulary vocabulary, Graph graph) {
        this.vocabulary = vocabulary;
        this.graph = graph;
        this.quantities = new QuantityMembers(vocabulary.units(), graph);
        this.series = new SeriesMembers(vocabulary.units(), graph);
    }

    /** A node for a value the request asked for, which is so by convention rather than by measurement. */
    Node asked(String iri, String name, Value value) {
        return node(iri, name, value, ASKED_FOR);
    }

    /** A node for a value that came up on the way, of the nature the table says. */
    Node met(String iri, String name, Value value) {
        return node(iri, name, value, vocabulary.property(name).nature());
    }

    private Node node(String iri, String name, Value value, List<String> nature) {
        if (value instanceof Sample sample) {
            return new Node(iri, List.of("sosa:Sample", "prov:Entity")).with("schema:identifier", sample.id());
        }
        Vocabulary.Property property = vocabulary.property(name);
        Node node = new Node(iri, types(name, property, value instanceof Quantity ? nature : List.of()));
        node.with("schema:name", name);
        if (value instanceof Quantity quantity) {
            quantities.describe(node, name, quantity, property);
        } else if (value instanceof Series numbers) {
            series.describe(node, numbers);
        } else if (value instanceof Text text) {
            node.with("schema:value", text.text());
        } else if (value instanceof Resource resource) {
            describe(node, resource);
        }
        return node;
    }

    private List<String> types(String name, Vocabulary.Property property, List<String> nature) {
        List<String> types = new ArrayList<>(property.classes());
        if (types.isEmpty()) {
            types.add(Iris.own(name));
        }
        if (types.stream().allMatch(Vocabulary::own)) {
            graph.unmapped(name);
        }
        types.addAll(nature);
        types.add("prov:Entity");
        return types;
    }

    /** The address is text here: it may be of a scheme that means nothing outside this lab. */
    private static void describe(Node node, Resource resource) {
        node.with("schema:contentUrl", resource.uri().toString())
                .with("schema:encodingFormat", resource.mediaType())
                .with("busbar:sha256", resource.sha256());
    }
}
