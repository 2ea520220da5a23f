package org.busbar.finales;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Tenant;
import tools.jackson.databind.JsonNode;

/** A tenant of FINALES towards the broker: it judges by the JSON Schemas and its limitations. */
final class FinalesTenant implements Tenant {

    private final UUID uuid;
    private final Supplier<Catalogue> catalogue;
    private final Supplier<Settings> settings;
    private final Passed passed;

    FinalesTenant(UUID uuid, Supplier<Catalogue> catalogue, Supplier<Settings> settings, Passed passed) {
        this.uuid = uuid;
        this.catalogue = catalogue;
        this.settings = settings;
        this.passed = passed;
    }

    @Override
    public List<Offer> offers() {
        return catalogue.get().offers().getOrDefault(uuid, List.of());
    }

    @Override
    public List<String> refusals(Offer offer, Values inputs) {
        Pair pair = new Pair(offer.quantity(), offer.method());
        SchemaCapability capability = catalogue.get().capability(pair).orElse(null);
        TenantFile tenant = catalogue.get().active(uuid).orElse(null);
        if (capability == null || tenant == null) {
            return List.of("it is not offered any more");
        }
        if (passed.has(inputs)) {
            return List.of();
        }
        List<String> refusals = new ArrayList<>(capability.refusals(inputs));
        if (settings.get().limitations()) {
            JsonNode json = capability.inputCodec().json(inputs);
            refusals.addAll(SchemaCapability.texts(tenant.outside(pair, json, List.of())));
        }
        return refusals;
    }

    @Override
    public List<String> outputRefusals(Offer offer, Values outputs) {
        Pair pair = new Pair(offer.quantity(), offer.method());
        if (passed.has(outputs) || !settings.get().refusesResults(pair)) {
            return List.of();
        }
        return catalogue
                .get()
                .capability(pair)
                .map(capability -> capability.outputRefusals(outputs))
                .orElse(List.of());
    }
}
