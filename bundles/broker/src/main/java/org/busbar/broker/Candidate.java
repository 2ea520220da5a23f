package org.busbar.broker;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Price;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Tenant;
import org.busbar.api.broker.Wish;

/**
 * An offer of what a request asks for.
 *
 * @param refusals what keeps the tenant from answering, a sentence each; empty if nothing does
 */
record Candidate(String tenant, Offer offer, List<String> refusals) {

    static Candidate of(String id, Tenant tenant, Offer offer, Request request) {
        List<String> refusals = new ArrayList<>(tenant.refusals(offer, request.inputs(offer.method())));
        refusals.addAll(tooDear(offer, request.wish()));
        return new Candidate(id, offer, List.copyOf(refusals));
    }

    private static List<String> tooDear(Offer offer, Wish wish) {
        List<String> refusals = new ArrayList<>();
        Price price = offer.price();
        if (price.cost() > wish.budget()) {
            refusals.add("it costs " + price.cost() + ", above the budget of " + wish.budget());
        }
        if (Double.isFinite(wish.uncertainty()) && !(price.uncertainty() <= wish.uncertainty())) {
            String known = Double.isNaN(price.uncertainty()) ? "not known" : String.valueOf(price.uncertainty());
            refusals.add("its relative uncertainty is " + known + ", wanted is at most " + wish.uncertainty());
        }
        return refusals;
    }

    boolean fits() {
        return refusals.isEmpty();
    }
}
