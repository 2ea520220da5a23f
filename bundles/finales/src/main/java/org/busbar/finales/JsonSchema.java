package org.busbar.finales;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON Schema of 2020-12, ready to judge. Follows references within its document under any key, such as
 * {@code $defs} and {@code definitions}, and none to elsewhere. Safe for use by many threads.
 */
final class JsonSchema {

    private static final int MOST_TOLD = 100;

    /** 2020-12, of which any other keyword, such as a unit, is an annotation. */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .unknownKeywordFactory((keyword, context) -> new AnnotationKeyword(keyword))
            .build();

    private final JsonNode document;
    private final Schema compiled;

    /** @throws IllegalArgumentException if it is no schema */
    JsonSchema(JsonNode document) {
        this.document = document;
        if (!(document instanceof ObjectNode object)) {
            throw new IllegalArgumentException("a schema is a JSON object, not " + document);
        }
        ObjectNode plain = object.deepCopy();
        plain.remove("$schema");
        plain.remove("$id");
        requireWithin(new SchemaTree(plain), plain);
        try {
            compiled = SchemaRegistry.withDefaultDialect(DIALECT).getSchema(plain);
            compiled.validate(StrictJson.mapper().createObjectNode());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("is not a JSON Schema: " + e.getMessage(), e);
        }
    }

    /** Every reference has its target in the document; nothing is ever fetched. */
    private static void requireWithin(SchemaTree tree, JsonNode node) {
        if (node.path("$ref").isString()) {
            tree.resolved(node);
        }
        node.forEach(inner -> requireWithin(tree, inner));
    }

    JsonNode document() {
        return document;
    }

    /** Everything that is wrong with a value, of which the place is {@code loc}; empty if nothing is. */
    List<Violation> violations(JsonNode value, List<Object> loc) {
        return compiled.validate(value).stream()
                .limit(MOST_TOLD)
                .map(error -> violation(error, loc))
                .toList();
    }

    private static Violation violation(Error error, List<Object> loc) {
        List<Object> place = new ArrayList<>(loc);
        NodePath path = error.getInstanceLocation();
        for (int i = 0; i < path.getNameCount(); i++) {
            place.add(path.getElement(i));
        }
        boolean missing = "required".equals(error.getKeyword());
        if (missing && error.getProperty() != null) {
            place.add(error.getProperty());
        }
        return missing
                ? new Violation(place, "is missing", "value_error.missing")
                : new Violation(place, error.getMessage(), "value_error." + error.getKeyword());
    }
}
