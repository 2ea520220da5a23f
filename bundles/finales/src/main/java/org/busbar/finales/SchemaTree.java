package org.busbar.finales;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A schema as a tree of which references can be followed. */
record SchemaTree(JsonNode root) {

    private static final int LONGEST_CHAIN = 20;

    /**
     * The schema itself, or the one it refers to, within the same document.
     *
     * @throws IllegalArgumentException if what it refers to is not there
     */
    JsonNode resolved(JsonNode schema) {
        JsonNode at = schema;
        for (int i = 0; at.has("$ref"); i++) {
            at = target(at.path("$ref").asString(""));
            if (at.isMissingNode() || i > LONGEST_CHAIN) {
                throw new IllegalArgumentException("'" + schema.path("$ref").asString("") + "' refers to nothing");
            }
        }
        return at;
    }

    private JsonNode target(String reference) {
        if (!reference.startsWith("#")) {
            return MissingNode.getInstance();
        }
        String pointer = URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
        return pointer.isEmpty() || pointer.startsWith("/")
                ? root.at(JsonPointer.compile(pointer))
                : MissingNode.getInstance();
    }
}
