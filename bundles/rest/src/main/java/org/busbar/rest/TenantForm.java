package org.busbar.rest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Registration;
import tools.jackson.databind.JsonNode;

/** What a tenant says of itself when it registers. */
final class TenantForm {

    static final Form FORM = Form.of(
            Form.field("offers", "What it answers", TenantShapes::offers).need(),
            Form.field(
                            "lease",
                            "How long it may be silent while it has a request: PT30S, 30 s or a number of seconds; 0 if"
                                    + " as long as it likes",
                            schema -> schema)
                    .need(),
            Form.text("contact", "A person to ask"));

    private TenantForm() {}

    /** @throws Refused naming everything that is wrong, each with its place in the body */
    static Registration read(String tenant, Body body) {
        List<Problem.Fault> faults = new ArrayList<>();
        List<Offer> offers = offers(body.all().path("offers"), faults);
        Optional<Duration> lease = TenantTime.read("lease", body.all().path("lease"), faults);
        if (lease.isEmpty() && !body.has("lease")) {
            faults.add(new Problem.Fault(
                    "lease",
                    "lease is missing: how long the tenant may be silent while it has a request, such as \"PT30S\"; 0 if"
                            + " as long as it likes"));
        }
        String contact = body.said("contact", "");
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
        return new Registration(tenant, contact, offers, lease.orElseThrow());
    }

    private static List<Offer> offers(JsonNode said, List<Problem.Fault> faults) {
        List<Offer> offers = new ArrayList<>();
        if (!said.isArray()) {
            faults.add(new Problem.Fault("offers", "offers is missing or no list of offers"));
        }
        for (int i = 0; said.isArray() && i < said.size(); i++) {
            Offer offer = TenantOffer.read("offers[" + i + "]", said.get(i), faults);
            if (offer != null) {
                offers.add(offer);
            }
        }
        return offers;
    }
}
