package org.busbar.finales;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.busbar.api.Values;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.RequestException;
import org.busbar.api.broker.Wish;
import tools.jackson.databind.JsonNode;

/** Takes in requests. */
final class RequestPosting {

    private record Asked(String quantity, List<String> methods, JsonNode parameters, UUID tenant) {}

    private final Broker broker;
    private final Registry registry;
    private final Bindings bindings;
    private final Supplier<Settings> settings;
    private final Passed passed;

    RequestPosting(Broker broker, Registry registry, Bindings bindings, Supplier<Settings> settings, Passed passed) {
        this.broker = broker;
        this.registry = registry;
        this.bindings = bindings;
        this.settings = settings;
        this.passed = passed;
    }

    Answer post(Call call) {
        Asked asked = read(call.json());
        List<SchemaCapability> capabilities = capabilities(asked);
        Refused.ifAny(schemaViolations(asked, capabilities));
        bindings.requireAsking(call, asked.tenant());
        Refused.ifAny(limitViolations(asked, capabilities));
        Map<String, Values> inputs = new LinkedHashMap<>();
        capabilities.forEach(one -> {
            String method = one.pair().method();
            inputs.put(method, one.inputCodec().values(asked.parameters().path(method)));
        });
        return Answer.text(submitted(asked, inputs).toString());
    }

    private static Asked read(JsonNode json) {
        Body body = new Body(json);
        Asked asked = new Asked(
                body.text("quantity"), body.distinct("methods"), body.objects("parameters"), body.uuid("tenant_uuid"));
        body.check();
        return asked;
    }

    private List<SchemaCapability> capabilities(Asked asked) {
        if (!registry.knows(asked.quantity())) {
            throw new Refused(400, "There is no active capability for the quantity '" + asked.quantity() + "'");
        }
        for (String given : asked.parameters().propertyNames()) {
            if (!asked.methods().contains(given)) {
                throw new Refused(400, "There are parameters of '" + given + "', which is not among the methods");
            }
        }
        List<SchemaCapability> capabilities = new ArrayList<>();
        for (String method : asked.methods()) {
            if (!asked.parameters().has(method)) {
                throw new Refused(400, "There are no parameters of the method '" + method + "'");
            }
            capabilities.add(registry.capability(new Pair(asked.quantity(), method))
                    .orElseThrow(() -> new Refused(
                            400, "There is no active method '" + method + "' for '" + asked.quantity() + "'")));
        }
        return capabilities;
    }

    private static List<Violation> schemaViolations(Asked asked, List<SchemaCapability> capabilities) {
        List<Violation> violations = new ArrayList<>();
        for (SchemaCapability capability : capabilities) {
            String method = capability.pair().method();
            violations.addAll(capability
                    .inputs()
                    .violations(asked.parameters().path(method), List.of("body", "parameters", method)));
        }
        return violations;
    }

    /** Those of the nearest tenant; none if one tenant accepts one method, or a method waits for its tenant. */
    private List<Violation> limitViolations(Asked asked, List<SchemaCapability> capabilities) {
        List<Violation> nearest = List.of();
        for (SchemaCapability capability : settings.get().limitations() ? capabilities : List.<SchemaCapability>of()) {
            Pair pair = capability.pair();
            List<TenantFile> offering = registry.catalogue().offering(pair);
            if (offering.isEmpty()) {
                return List.of();
            }
            for (TenantFile tenant : offering) {
                List<Violation> outside = tenant.outside(
                        pair, asked.parameters().path(pair.method()), List.of("body", "parameters", pair.method()));
                if (outside.isEmpty()) {
                    return outside;
                }
                nearest = nearest.isEmpty() || outside.size() < nearest.size() ? outside : nearest;
            }
        }
        return nearest;
    }

    private UUID submitted(Asked asked, Map<String, Values> inputs) {
        UUID uuid = UUID.randomUUID();
        Request request = new Request(
                uuid.toString(),
                asked.quantity(),
                asked.methods(),
                Values.none(),
                inputs,
                Requests.REQUESTER + asked.tenant(),
                Wish.NONE);
        try {
            passed.with(inputs.values(), () -> broker.submit(request));
        } catch (RequestException e) {
            throw new Refused(
                    new Violation(List.of("body", "parameters"), String.valueOf(e.getMessage()), "limitation"));
        }
        return uuid;
    }
}
