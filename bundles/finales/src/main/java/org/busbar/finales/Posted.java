package org.busbar.finales;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A result as a client sent it.
 *
 * @param parameters of its method
 * @param tenant who it says has measured
 * @param request what it answers, as it was written; empty if nothing
 */
record Posted(JsonNode data, Pair pair, JsonNode parameters, UUID tenant, String request) {

    /** @throws Refused if its shape is wrong */
    static Posted read(JsonNode json) {
        Body body = new Body(json);
        JsonNode data = body.object("data");
        String quantity = body.text("quantity");
        List<String> methods = body.texts("method");
        JsonNode parameters = body.objects("parameters");
        UUID tenant = body.uuid("tenant_uuid");
        String request = body.text("request_uuid");
        body.check();
        if (methods.size() != 1) {
            throw new Refused(400, "A result has exactly one method, not " + methods.size());
        }
        if (parameters.size() != 1) {
            throw new Refused(400, "A result has the parameters of exactly one method, not of " + parameters.size());
        }
        String method = methods.get(0);
        if (!parameters.has(method)) {
            throw new Refused(Violation.wrong(
                    "has no parameters of the method '" + method + "'",
                    "body",
                    "parameters",
                    parameters.propertyNames().iterator().next()));
        }
        return new Posted(data, new Pair(quantity, method), parameters.path(method), tenant, request);
    }

    /** The same, whatever it says that it answers. */
    Posted unsolicited() {
        return new Posted(data, pair, parameters, tenant, "");
    }

    /** What does not fit the schemas. */
    List<Violation> violations(SchemaCapability capability) {
        List<Violation> violations = new ArrayList<>(
                capability.inputs().violations(parameters, List.of("body", "parameters", pair.method())));
        violations.addAll(capability.outputs().violations(data, List.of("body", "data")));
        return violations;
    }
}
