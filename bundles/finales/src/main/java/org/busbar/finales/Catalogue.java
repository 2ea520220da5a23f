package org.busbar.finales;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.busbar.api.broker.Offer;

/**
 * What the registry's files say, at one time.
 *
 * @param capabilities the active ones
 * @param tenants active and inactive, in the order of their files
 * @param offers what each active tenant offers
 * @param offering who is active and offers a capability, if anybody does
 * @param unclaimed offers of what no active tenant offers
 */
record Catalogue(
        Map<Pair, SchemaCapability> capabilities,
        Map<UUID, TenantFile> tenants,
        Map<UUID, List<Offer>> offers,
        Map<Pair, List<TenantFile>> offering,
        List<Offer> unclaimed) {

    static final Catalogue EMPTY = new Catalogue(Map.of(), Map.of(), Map.of(), Map.of(), List.of());

    static Catalogue of(Map<Pair, SchemaCapability> capabilities, List<TenantFile> tenants) {
        Map<UUID, TenantFile> byId = new LinkedHashMap<>();
        Map<UUID, List<Offer>> offers = new HashMap<>();
        Map<Pair, List<TenantFile>> offering = new HashMap<>();
        for (TenantFile tenant : tenants) {
            byId.put(tenant.uuid(), tenant);
            if (tenant.active()) {
                offers.put(tenant.uuid(), offers(tenant, capabilities));
                tenant.pairs().forEach(pair -> offering.computeIfAbsent(pair, key -> new ArrayList<>())
                        .add(tenant));
            }
        }
        List<Offer> unclaimed = capabilities.values().stream()
                .filter(one -> !offering.containsKey(one.pair()))
                .map(SchemaCapability::offer)
                .toList();
        return new Catalogue(new LinkedHashMap<>(capabilities), byId, offers, offering, unclaimed);
    }

    private static List<Offer> offers(TenantFile tenant, Map<Pair, SchemaCapability> capabilities) {
        return tenant.pairs().stream()
                .flatMap(pair -> Optional.ofNullable(capabilities.get(pair)).stream())
                .map(SchemaCapability::offer)
                .toList();
    }

    Optional<SchemaCapability> capability(Pair pair) {
        return Optional.ofNullable(capabilities.get(pair));
    }

    Optional<TenantFile> active(UUID tenant) {
        return Optional.ofNullable(tenants.get(tenant)).filter(TenantFile::active);
    }

    /** Active tenants that offer it. */
    List<TenantFile> offering(Pair pair) {
        return offering.getOrDefault(pair, List.of());
    }
}
