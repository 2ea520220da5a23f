package org.busbar.finales;

import java.util.List;
import org.busbar.json.Faults;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the standard has it: no NaN, no name twice, nothing after the end, nothing deeper than 100. */
final class StrictJson {

    static final int DEEPEST = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(400)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * Reads a document.
     *
     * @throws IllegalArgumentException if it is none; the message says where and why
     */
    static JsonNode read(byte[] json) {
        return checked(() -> MAPPER.readTree(json));
    }

    /** As {@link #read(byte[])}. */
    static JsonNode read(String json) {
        return checked(() -> MAPPER.readTree(json));
    }

    /** @throws Refused with 422 if it is no JSON */
    static JsonNode body(byte[] json) {
        try {
            return read(json);
        } catch (IllegalArgumentException e) {
            String text = String.valueOf(e.getMessage());
            throw new Refused(new Violation(List.of("body"), text, "value_error.jsondecode"));
        }
    }

    private interface Source {
        JsonNode read();
    }

    private static JsonNode checked(Source source) {
        try {
            JsonNode tree = source.read();
            if (tree.isMissingNode()) {
                throw new IllegalArgumentException("there is no JSON");
            }
            requireFinite(tree);
            return tree;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(Faults.of(e), e);
        }
    }

    private static void requireFinite(JsonNode node) {
        if (node.isContainer()) {
            node.forEach(StrictJson::requireFinite);
        } else if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            throw new IllegalArgumentException("a number is beyond what 64 bits can hold");
        }
    }
}
