package org.busbar.broker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Price;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.RequestException;
import org.busbar.api.broker.RequestException.Near;
import org.busbar.api.broker.Tenant;

/**
 * Finds out who may answer a request, and what stands in the way where nobody may.
 *
 * <p>A request that names methods may be answered by any of them. One that leaves the method open gets one: of the
 * offers within its budget and uncertainty, the cheapest if it said which uncertainty is good enough, else the one known
 * to be nearest to the truth.
 */
final class Matching {

    private Matching() {}

    /** @throws RequestException if nobody may, telling what the nearest offer refuses and what it would take */
    static void require(Request request, Map<String, Tenant> tenants) {
        List<Candidate> candidates = candidates(request, tenants);
        if (candidates.isEmpty()) {
            throw new RequestException(
                    "Nobody offers " + request.quantity()
                            + (request.methods().isEmpty() ? "" : " by " + String.join(" or ", request.methods()))
                            + "; on offer: " + known(tenants),
                    Optional.empty());
        }
        Candidate nearest = candidates.get(0);
        if (!nearest.fits()) {
            throw refused(request, nearest);
        }
    }

    private static RequestException refused(Request request, Candidate nearest) {
        Near near = new Near(
                nearest.tenant(),
                nearest.offer(),
                nearest.refusals(),
                Fitting.inputs(nearest.offer(), request.inputs(nearest.offer().method())));
        String fitting = near.fitting()
                .map(inputs -> "; nearest to it would be " + inputs)
                .orElse("");
        return new RequestException(
                "Nobody accepts " + request.quantity() + " at these inputs; the nearest is " + near.tenant() + " by "
                        + near.offer().method() + ": " + String.join("; ", near.refusals()) + fitting,
                Optional.of(near));
    }

    /** The offer by which that tenant may answer the request; empty if it may not. */
    static Optional<Offer> offer(Request request, String tenant, Map<String, Tenant> tenants) {
        Tenant asked = tenants.get(tenant);
        if (asked == null) {
            return Optional.empty();
        }
        Map<String, Tenant> competing = request.methods().isEmpty() ? tenants : Map.of(tenant, asked);
        List<Candidate> fitting =
                candidates(request, competing).stream().filter(Candidate::fits).toList();
        return chosen(request, fitting).stream()
                .filter(one -> one.tenant().equals(tenant))
                .map(Candidate::offer)
                .findFirst();
    }

    /** Where the method was left open: those of the best one. */
    private static List<Candidate> chosen(Request request, List<Candidate> fitting) {
        if (!request.methods().isEmpty() || fitting.isEmpty()) {
            return fitting;
        }
        Comparator<Price> best = Price.bestFor(request.wish());
        String method = fitting.stream()
                .map(Candidate::offer)
                .min(Comparator.comparing(Offer::price, best))
                .orElseThrow()
                .method();
        return fitting.stream()
                .filter(one -> one.offer().method().equals(method))
                .toList();
    }

    /** Offers of the quantity by an allowed method, those that refuse least first. */
    private static List<Candidate> candidates(Request request, Map<String, Tenant> tenants) {
        List<Candidate> candidates = new ArrayList<>();
        tenants.forEach((id, tenant) -> {
            for (Offer offer : tenant.offers()) {
                if (offer.answers(request.quantity(), request.methods())) {
                    candidates.add(Candidate.of(id, tenant, offer, request));
                }
            }
        });
        candidates.sort(Comparator.comparingInt(one -> one.refusals().size()));
        return candidates;
    }

    private static String known(Map<String, Tenant> tenants) {
        List<String> known = tenants.values().stream()
                .flatMap(tenant -> tenant.offers().stream())
                .map(offer -> offer.quantity() + " by " + offer.method())
                .distinct()
                .sorted()
                .toList();
        return known.isEmpty() ? "nothing just now" : String.join(", ", known);
    }
}
