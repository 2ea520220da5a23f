package org.busbar.ontology.battinfo;

import java.util.List;
import java.util.stream.StreamSupport;
import org.busbar.api.broker.Result;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A mapped result as another library reads it. */
final class Mapped {

    private final JsonNode document;

    Mapped(Result result) {
        document = JsonMapper.shared().readTree(new BattInfo().map(result));
    }

    JsonNode context() {
        return document.path("@context");
    }

    /** The node of the graph with that IRI. */
    JsonNode node(String iri) {
        return StreamSupport.stream(document.path("@graph").spliterator(), false)
                .filter(node -> node.path("@id").asString().equals(iri))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No node " + iri));
    }

    /** The node of that part of result r-17. */
    JsonNode part(String part) {
        return node("urn:busbar:result:r-17#" + part);
    }

    List<String> unmapped() {
        return strings(node("urn:busbar:result:r-17").path("busbar:unmapped"));
    }

    /** The texts of an array, or the IRIs its items refer to. */
    static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(item -> item.isObject() ? item.path("@id").asString() : item.asString())
                .toList();
    }
}
