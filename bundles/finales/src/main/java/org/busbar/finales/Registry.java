package org.busbar.finales;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Tenants;

/**
 * What can be asked for: the capabilities of the files, and of this lab's own offers those whose quantity and method no
 * file describes. Safe for use by many threads.
 */
final class Registry {

    private final Tenants tenants;
    private final Versions versions;
    private final OwnOffers own = new OwnOffers();
    private volatile Catalogue catalogue = Catalogue.EMPTY;

    Registry(Tenants tenants, Versions versions) {
        this.tenants = tenants;
        this.versions = versions;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** Puts a catalogue in force; its versions are in the journal before anything is checked against them. */
    void put(Catalogue next) {
        next.capabilities().values().forEach(versions::note);
        catalogue = next;
    }

    /** Every active capability, or those somebody offers just now. */
    List<SchemaCapability> capabilities(boolean available) {
        Catalogue now = catalogue;
        List<SchemaCapability> found = new ArrayList<>();
        now.capabilities().forEach((pair, capability) -> {
            if (!available || !now.offering(pair).isEmpty()) {
                found.add(capability);
            }
        });
        Set<Pair> seen = new HashSet<>(now.capabilities().keySet());
        ownOffers()
                .values()
                .forEach(offers -> offers.forEach(offer -> {
                    if (seen.add(pair(offer))) {
                        found.add(own.capability(offer));
                    }
                }));
        return found;
    }

    private static Pair pair(Offer offer) {
        return new Pair(offer.quantity(), offer.method());
    }

    /** Offers of tenants that have no file here, by tenant. */
    Map<String, List<Offer>> ownOffers() {
        Map<String, List<Offer>> others = new LinkedHashMap<>(tenants.offers());
        catalogue.offers().keySet().forEach(uuid -> others.remove(uuid.toString()));
        others.remove(WaitingRoom.ID);
        others.remove(FormerTenant.ID);
        return others;
    }

    Optional<SchemaCapability> capability(Pair pair) {
        Optional<SchemaCapability> described = catalogue.capability(pair);
        return described.isPresent() ? described : ofLab(pair);
    }

    private Optional<SchemaCapability> ofLab(Pair pair) {
        return ownOffers().values().stream()
                .flatMap(List::stream)
                .filter(offer -> pair(offer).equals(pair))
                .findFirst()
                .map(own::capability);
    }

    /** Whether there is any capability of that quantity. */
    boolean knows(String quantity) {
        return catalogue.capabilities().keySet().stream()
                        .anyMatch(pair -> pair.quantity().equals(quantity))
                || ownOffers().values().stream().flatMap(List::stream).anyMatch(offer -> offer.quantity()
                        .equals(quantity));
    }

    /** Methods by which a quantity can be asked for. */
    List<String> methods(String quantity) {
        return capabilities(false).stream()
                .map(SchemaCapability::pair)
                .filter(pair -> pair.quantity().equals(quantity))
                .map(Pair::method)
                .toList();
    }

    /** How values of a request or result of then are read. */
    Codec inputCodec(Pair pair, Instant time) {
        return versions.at(pair, time)
                .or(() -> ofLab(pair))
                .map(SchemaCapability::inputCodec)
                .orElse(Codec.UNTAUGHT);
    }

    Codec outputCodec(Pair pair, Instant time) {
        return versions.at(pair, time)
                .or(() -> ofLab(pair))
                .map(SchemaCapability::outputCodec)
                .orElse(Codec.UNTAUGHT);
    }

    /** The identifier by which clients know a tenant of the broker. */
    static UUID uuid(String tenant) {
        return Identifiers.parse(tenant).orElseGet(() -> Identifiers.named("tenant", tenant));
    }
}
