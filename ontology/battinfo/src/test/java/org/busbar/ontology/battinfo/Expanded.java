package org.busbar.ontology.battinfo;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.busbar.api.broker.Result;

/** A mapped result as a JSON-LD 1.1 processor expands it without a network. */
final class Expanded {

    private final JsonArray nodes;

    Expanded(Result result) throws JsonLdError {
        nodes = JsonLd.expand(JsonDocument.of(new StringReader(new BattInfo().map(result))))
                .loader((uri, options) -> {
                    throw new JsonLdError(JsonLdErrorCode.LOADING_DOCUMENT_FAILED, "Asks the network for " + uri);
                })
                .get();
    }

    /** Every node object, nested ones included. */
    List<JsonObject> objects() {
        List<JsonObject> found = new ArrayList<>();
        collect(nodes, found);
        return found;
    }

    JsonObject node(String iri) {
        return objects().stream()
                .filter(node -> node.getString("@id", "").equals(iri) && node.size() > 1)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No node " + iri));
    }

    /** Every IRI: of nodes, classes and properties, and of the types of values. */
    Set<String> iris() {
        Set<String> iris = new TreeSet<>();
        collect(nodes, iris);
        return iris;
    }

    private static void collect(JsonValue value, List<JsonObject> found) {
        if (value instanceof JsonArray array) {
            array.forEach(item -> collect(item, found));
        } else if (value instanceof JsonObject object && !object.containsKey("@value")) {
            found.add(object);
            object.values().forEach(member -> collect(member, found));
        }
    }

    private static void collect(JsonValue value, Set<String> iris) {
        if (value instanceof JsonArray array) {
            array.forEach(item -> collect(item, iris));
        } else if (value instanceof JsonObject object) {
            object.forEach((name, member) -> collect(name, member, iris));
        }
    }

    private static void collect(String name, JsonValue member, Set<String> iris) {
        if (name.equals("@id") || name.equals("@type")) {
            strings(member).stream().filter(type -> !type.equals("@json")).forEach(iris::add);
        } else if (!name.equals("@value")) {
            iris.add(name);
            collect(member, iris);
        }
    }

    private static List<String> strings(JsonValue value) {
        return value instanceof JsonArray array
                ? array.getValuesAs(JsonString::getString)
                : List.of(((JsonString) value).getString());
    }
}
