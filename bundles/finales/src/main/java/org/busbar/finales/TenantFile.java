package org.busbar.finales;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tenant of FINALES as its file says.
 *
 * @param uuid from its name unless the file has one
 * @param limitations as the file has them, entries of {@code quantity}, {@code method} and {@code limitations}
 * @param alternatives the limitations of each capability it offers, a bare object as a list of one
 */
record TenantFile(
        UUID uuid,
        String name,
        JsonNode limitations,
        Map<Pair, ArrayNode> alternatives,
        String contact,
        boolean active) {

    /** @throws IllegalArgumentException if a member is missing or of another type; the message has its path */
    static TenantFile read(JsonNode file) {
        String name = file.path("name").asString("");
        if (name.isBlank()) {
            throw new IllegalArgumentException("$.name is missing or no text");
        }
        JsonNode limitations = file.path("limitations");
        if (!limitations.isArray()) {
            throw new IllegalArgumentException("$.limitations is missing or no list");
        }
        return new TenantFile(
                uuid(file, name),
                name,
                limitations,
                alternatives(limitations),
                file.path("contact_person").asString(""),
                file.path("is_active").asBoolean(true));
    }

    private static UUID uuid(JsonNode file, String name) {
        String stated = file.path("tenant_uuid").asString(file.path("uuid").asString(""));
        if (stated.isEmpty()) {
            return Identifiers.named("tenant", name);
        }
        return Identifiers.parse(stated)
                .orElseThrow(() -> new IllegalArgumentException("$.tenant_uuid '" + stated + "' is no UUID"));
    }

    private static Map<Pair, ArrayNode> alternatives(JsonNode limitations) {
        Map<Pair, ArrayNode> alternatives = new LinkedHashMap<>();
        for (JsonNode entry : limitations) {
            ArrayNode list = alternatives.computeIfAbsent(pair(entry), pair -> JsonNodeFactory.instance.arrayNode());
            JsonNode limitation = entry.path("limitations");
            if (limitation.isArray()) {
                limitation.forEach(list::add);
            } else {
                list.add(limitation);
            }
        }
        return alternatives;
    }

    private static Pair pair(JsonNode entry) {
        return new Pair(
                entry.path("quantity").asString(""), entry.path("method").asString(""));
    }

    /** What it offers. */
    Set<Pair> pairs() {
        return alternatives.keySet();
    }

    /** Its limitations of that capability, alternatives in a list. */
    ArrayNode of(Pair pair) {
        return alternatives.getOrDefault(pair, JsonNodeFactory.instance.arrayNode());
    }

    /** What these inputs exceed; empty if nothing. */
    List<Violation> outside(Pair pair, JsonNode inputs, List<Object> loc) {
        return Limits.outside(inputs, of(pair), loc);
    }

    /** The first limitation that does not fit the schema of the capability it names; empty if all do. */
    Optional<String> fault(Function<Pair, Optional<SchemaCapability>> capabilities) {
        for (int i = 0; i < limitations.size(); i++) {
            String path = "$.limitations[" + i + "]";
            JsonNode entry = limitations.get(i);
            Pair pair = pair(entry);
            Optional<SchemaCapability> capability = capabilities.apply(pair);
            if (capability.isEmpty()) {
                return Optional.of(path + " names " + pair + ", and there is no such active capability");
            }
            Optional<String> fault = fault(capability.get(), entry.path("limitations"));
            if (fault.isPresent()) {
                return Optional.of(path + ".limitations: " + fault.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fault(SchemaCapability capability, JsonNode limitations) {
        for (JsonNode one : limitations.isArray() ? limitations : List.of(limitations)) {
            Optional<String> fault = capability.limitationFault(one);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    /** As clients get it. */
    ObjectNode json() {
        ObjectNode json = StrictJson.mapper().createObjectNode();
        json.put("tenant_uuid", uuid.toString()).put("name", name);
        json.set("limitations", limitations);
        return json.put("contact_person", contact).put("is_active", active);
    }
}
