package org.busbar.broker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Request;

/** Finds out whether anybody offers what a request asks for, and what stands in the way where nobody does. */
final class Matching {

    private record Near(String tenant, Offer offer, List<String> refusals) {}

    private Matching() {}

    /** @throws IllegalArgumentException if nobody does, naming what the nearest offer refuses */
    static void require(Request request, Map<String, List<Offer>> offers) {
        List<Near> near = near(request, offers);
        if (near.isEmpty()) {
            throw new IllegalArgumentException("Nobody offers " + request.quantity()
                    + (request.methods().isEmpty() ? "" : " by " + request.methods()) + "; on offer: " + known(offers));
        }
        Near nearest = near.get(0);
        if (!nearest.refusals().isEmpty()) {
            throw new IllegalArgumentException(
                    "Nobody accepts " + request.quantity() + " at these inputs; the nearest is "
                            + nearest.tenant() + " by " + nearest.offer().method() + ": "
                            + String.join("; ", nearest.refusals()));
        }
    }

    /** Offers of the quantity by an allowed method, those that refuse least first. */
    private static List<Near> near(Request request, Map<String, List<Offer>> offers) {
        List<Near> near = new ArrayList<>();
        offers.forEach((tenant, offered) -> offered.stream()
                .filter(offer -> answers(offer, request))
                .forEach(offer ->
                        near.add(new Near(tenant, offer, offer.capability().refusals(request.inputs())))));
        near.sort(Comparator.comparingInt(one -> one.refusals().size()));
        return near;
    }

    private static boolean answers(Offer offer, Request request) {
        return offer.quantity().equals(request.quantity())
                && (request.methods().isEmpty() || request.methods().contains(offer.method()));
    }

    private static String known(Map<String, List<Offer>> offers) {
        List<String> known = offers.values().stream()
                .flatMap(List::stream)
                .map(offer -> offer.quantity() + " by " + offer.method())
                .distinct()
                .toList();
        return known.isEmpty() ? "nothing just now" : String.join(", ", known);
    }
}
