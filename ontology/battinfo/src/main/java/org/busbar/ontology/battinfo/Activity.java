package org.busbar.ontology.battinfo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.Quantity;
import org.busbar.api.Sample;
import org.busbar.api.Value;
import org.busbar.ontology.battinfo.Vocabulary.Procedure.Kind;

/** A step as PROV activity, and as what EMMO and SOSA call a step of its kind. */
final class Activity {

    private final Graph graph;
    private final Node node;
    private final Vocabulary.Procedure procedure;
    private final String device;
    private final Map<String, String> used = new LinkedHashMap<>();
    private final List<Sample> samples = new ArrayList<>();
    private final Set<String> generated = new LinkedHashSet<>();

    /** @param device the IRI of the device at work; empty if none was */
    Activity(Graph graph, Node node, Vocabulary.Procedure procedure, String device) {
        this.graph = graph;
        this.node = node;
        this.procedure = procedure;
        this.device = device;
    }

    Node node() {
        return node;
    }

    String device() {
        return device;
    }

    /** The IRIs of what it used, by the names it used them under. */
    Map<String, String> used() {
        return used;
    }

    /** The samples it was given, in order. */
    List<Sample> samples() {
        return samples;
    }

    boolean isMeasurement() {
        return procedure.kind() == Kind.MEASUREMENT;
    }

    /** Whether a later value of that name can be from this activity. */
    boolean gives(String name) {
        return procedure.gives().contains(name);
    }

    boolean hasGenerated(String iri) {
        return generated.contains(iri);
    }

    void uses(String name, String iri, Value value) {
        used.put(name, iri);
        node.add("prov:used", iri);
        if (value instanceof Sample sample) {
            samples.add(sample);
        }
        switch (procedure.kind()) {
            case MEASUREMENT -> measures(iri, value);
            case ANALYSIS -> node.add("hasInput", iri);
            case PREPARATION, OTHER -> {}
        }
    }

    private void measures(String iri, Value value) {
        if (value instanceof Sample) {
            node.add("hasTestObject", iri);
        } else if (value instanceof Quantity) {
            node.add("hasMeasurementParameter", iri);
        }
    }

    /** Links what it made to this activity, both ways. */
    String generated(Node made) {
        made.link("prov:wasGeneratedBy", node.id());
        generated.add(made.id());
        node.add("prov:generated", made.id());
        if (procedure.kind() == Kind.MEASUREMENT || procedure.kind() == Kind.ANALYSIS) {
            node.add("hasOutput", made.id());
        }
        if (procedure.kind() == Kind.ANALYSIS) {
            used.values().forEach(iri -> made.add("prov:wasDerivedFrom", iri));
        }
        return made.id();
    }

    /** Makes the series part of the data set of this activity, if it gives one, and answers what to refer to. */
    String generatedSeries(Node series) {
        Optional<String> type = procedure.data().stream().findFirst();
        if (type.isEmpty()) {
            return generated(series);
        }
        Node data = graph.node(node.id() + "/data", () -> data(type.get()));
        data.add("schema:hasPart", series.id());
        generated(data);
        return data.id();
    }

    private Node data(String type) {
        return new Node(node.id() + "/data", List.of(type, "schema:Dataset", "prov:Entity"));
    }
}
