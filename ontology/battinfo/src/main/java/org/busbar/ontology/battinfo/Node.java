package org.busbar.ontology.battinfo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A node of the graph while it is put together. Members keep the order in which they were first given. */
final class Node {

    private final String id;
    private final List<Object> types;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Map<String, List<Object>> lists = new LinkedHashMap<>();

    Node(String id, List<String> types) {
        this.id = id;
        this.types = new ArrayList<>(types);
        members.put("@id", id);
        members.put("@type", this.types);
    }

    String id() {
        return id;
    }

    Map<String, Object> members() {
        return members;
    }

    Node with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** Adds the member unless the text is empty, which in our records means not known. */
    Node withText(String name, String text) {
        return text.isEmpty() ? this : with(name, text);
    }

    Node at(String name, Instant time) {
        return with(name, Json.object("@value", time.toString(), "@type", "xsd:dateTime"));
    }

    /** Adds data of any shape, as a JSON literal. */
    Node withData(String name, Object data) {
        return with(name, Json.object("@value", data, "@type", "@json"));
    }

    Node link(String name, String iri) {
        return with(name, Json.object("@id", iri));
    }

    /** Adds one link to a list of links, unless it is there. */
    Node add(String name, String iri) {
        List<Object> list = lists.computeIfAbsent(name, key -> new ArrayList<>());
        members.putIfAbsent(name, list);
        Map<String, Object> link = Json.object("@id", iri);
        if (!list.contains(link)) {
            list.add(link);
        }
        return this;
    }

    /** Says that the node is also of that class; it becomes the first one. */
    Node type(String type) {
        if (!types.contains(type)) {
            types.add(0, type);
        }
        return this;
    }
}
