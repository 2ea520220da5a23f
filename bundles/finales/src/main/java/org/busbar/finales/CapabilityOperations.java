package org.busbar.finales;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.busbar.api.broker.Offer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists what can be asked for, and of whom. */
final class CapabilityOperations {

    private final Registry registry;

    CapabilityOperations(Registry registry) {
        this.registry = registry;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/capabilities", "What can be asked for", this::capabilities),
                Route.of("GET", "/capabilities/templates", "Examples of inputs and outputs", this::templates),
                Route.of("GET", "/limitations", "What tenants accept", this::limitations),
                Route.of("GET", "/tenants", "Who answers", this::tenants));
    }

    private List<SchemaCapability> available(Call call) {
        return registry.capabilities(call.truth("currently_available", true));
    }

    private Answer capabilities(Call call) {
        ArrayNode list = StrictJson.mapper().createArrayNode();
        available(call).forEach(capability -> list.add(capability.json()));
        return Answer.json(list);
    }

    private Answer templates(Call call) {
        Optional<String> quantity = call.text("quantity");
        Optional<String> method = call.text("method");
        ObjectNode templates = StrictJson.mapper().createObjectNode();
        for (SchemaCapability capability : available(call)) {
            Pair pair = capability.pair();
            if (quantity.map(pair.quantity()::equals).orElse(true)
                    && method.map(pair.method()::equals).orElse(true)) {
                ObjectNode both = templates.putObject(pair.quantity() + "-" + pair.method());
                both.set("input_template", Templates.of(capability.inputs().document()));
                both.set("output_template", Templates.of(capability.outputs().document()));
            }
        }
        return Answer.json(templates);
    }

    private Answer limitations(Call call) {
        boolean available = call.truth("currently_available", true);
        Map<Pair, ArrayNode> grouped = new LinkedHashMap<>();
        for (TenantFile tenant : registry.catalogue().tenants().values()) {
            if (tenant.active() || !available) {
                tenant.pairs().stream()
                        .filter(pair -> registry.catalogue().capability(pair).isPresent())
                        .forEach(pair -> group(grouped, pair).addAll(tenant.of(pair)));
            }
        }
        registry.ownOffers()
                .values()
                .forEach(offers -> offers.forEach(offer -> {
                    Pair pair = new Pair(offer.quantity(), offer.method());
                    group(grouped, pair).addAll(OwnOffers.limitations(offer));
                }));
        return Answer.json(listed(grouped));
    }

    private static ArrayNode group(Map<Pair, ArrayNode> grouped, Pair pair) {
        return grouped.computeIfAbsent(pair, key -> StrictJson.mapper().createArrayNode());
    }

    private static ArrayNode listed(Map<Pair, ArrayNode> grouped) {
        ArrayNode list = StrictJson.mapper().createArrayNode();
        grouped.forEach((pair, limitations) -> entry(list, pair).set("limitations", limitations));
        return list;
    }

    private static ObjectNode entry(ArrayNode list, Pair pair) {
        return list.addObject().put("quantity", pair.quantity()).put("method", pair.method());
    }

    private Answer tenants(Call call) {
        ArrayNode list = StrictJson.mapper().createArrayNode();
        registry.catalogue().tenants().values().forEach(tenant -> list.add(tenant.json()));
        registry.ownOffers().forEach((tenant, offers) -> list.add(own(tenant, offers)));
        return Answer.json(list);
    }

    private static JsonNode own(String id, List<Offer> offers) {
        UUID uuid = Registry.uuid(id);
        ObjectNode json = StrictJson.mapper().createObjectNode();
        json.put("tenant_uuid", uuid.toString()).put("name", id);
        ArrayNode limitations = json.putArray("limitations");
        for (Offer offer : offers) {
            ArrayNode own = StrictJson.mapper().createArrayNode().addAll(OwnOffers.limitations(offer));
            entry(limitations, new Pair(offer.quantity(), offer.method())).set("limitations", own);
        }
        return json.put("contact_person", "").put("is_active", true);
    }
}
