package org.busbar.ontology.battinfo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;

/** One result as a JSON-LD document. */
final class ResultDocument {

    private final Vocabulary vocabulary;
    private final Result result;
    private final Vocabulary.Measurand measurand;
    private final Graph graph = new Graph();
    private final Iris iris;
    private final Entities entities;

    /** @throws IllegalArgumentException if the quantity is not in the table or the result lacks its output */
    ResultDocument(Vocabulary vocabulary, Result result) {
        this.vocabulary = vocabulary;
        this.result = result;
        this.measurand = vocabulary.measurand(result.request().quantity());
        requireOutput();
        this.iris = Iris.of(result.request().id());
        this.entities = new Entities(graph, new ValueNodes(vocabulary, graph));
    }

    /** @throws IllegalArgumentException if a value has a unit that measures something else than its name says */
    String json() {
        Node record = graph.add(record());
        Map<String, String> asked = asked();
        asked.values().forEach(iri -> record.add("busbar:inputs", iri));
        List<Activity> activities = new Steps(vocabulary, graph, iris, entities).activities(result.provenance());
        result.outputs().names().forEach(name -> record.add("busbar:outputs", output(name)));
        new Observation(vocabulary, graph, iris, result, activities).add(measurand, output(measurand.output()), asked);
        record.with("busbar:unmapped", graph.unmapped());
        return document();
    }

    private String document() {
        List<Object> nodes = graph.members();
        return Json.write(Json.object("@context", Context.of(nodes, vocabulary.terms()), "@graph", nodes));
    }

    private Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        result.request()
                .inputs()
                .byName()
                .forEach((name, value) -> asked.put(name, entities.asked(iris.part("inputs", name), name, value)));
        return asked;
    }

    private String output(String name) {
        return entities.met(iris.part("outputs", name), name, result.outputs().get(name));
    }

    private Node record() {
        Request request = result.request();
        return new Node(iris.result(), List.of("busbar:Result", "prov:Entity"))
                .with("schema:identifier", request.id())
                .with("busbar:quantity", request.quantity())
                .with("busbar:methods", request.methods())
                .with("busbar:method", result.method())
                .with("busbar:tenant", result.tenant())
                .with("busbar:askedBy", request.askedBy())
                .at("prov:generatedAtTime", result.time());
    }

    private void requireOutput() {
        Values outputs = result.outputs();
        Value value = outputs.byName().get(measurand.output());
        if (!(value instanceof Quantity)) {
            throw new IllegalArgumentException(
                    "The result of request " + result.request().id() + " for "
                            + result.request().quantity() + " needs an output '" + measurand.output()
                            + "' that is a quantity; it has " + outputs);
        }
    }
}
