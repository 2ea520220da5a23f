package org.busbar.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Registration;
import org.busbar.api.broker.Tenants;
import org.busbar.api.security.Role;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ObjectNode;

/** Who answers requests, and what can be asked for. */
@Component(service = Routes.class)
public final class TenantRoutes implements Routes {

    private static final String TENANTS = "/api/v1/tenants";
    private static final Pattern PLACE = Pattern.compile("(offers\\[\\d+][^:\\s]*|tenant|lease|offers)\\b.*");
    private static final Form LEAVE = Form.of(Form.reason());

    private final Tenants tenants;
    private final TenantActor actor;

    /**
     * A tenant.
     *
     * @param within whether it is within the server; one that is cannot be changed from outside
     * @param lease how long it may be silent while it has a request; zero if as long as it likes
     * @param heard when it did something last; empty for one within the server, and if it has not since the start
     */
    record Card(
            String tenant,
            boolean within,
            String contact,
            List<Offer> offers,
            Duration lease,
            Optional<Instant> heard) {

        static Card of(Tenants.Presence presence) {
            Registration said = presence.registration();
            return new Card(said.tenant(), false, said.contact(), said.offers(), said.lease(), presence.heard());
        }
    }

    @Activate
    public TenantRoutes(@Reference Tenants tenants) {
        this.tenants = tenants;
        this.actor = new TenantActor(tenants);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(TENANTS)
                        .says("Who answers requests, within the server and elsewhere")
                        .givesList(Card.class)
                        .does(call -> Response.json(List.copyOf(cards().values()))),
                Route.get(TENANTS + "/{id}")
                        .says("One who answers requests")
                        .gives(Card.class)
                        .does(call -> Response.json(card(call.name("id")))),
                Route.put(TENANTS + "/{id}")
                        .by(Role.TENANT)
                        .says("Registers a tenant outside the server, or changes what it offers")
                        .takes(TenantForm.FORM)
                        .gives(200, Card.class)
                        .gives(201, Card.class)
                        .does(this::register),
                Route.delete(TENANTS + "/{id}")
                        .by(Role.TENANT)
                        .says("Lets a registered tenant go; what it has reserved is given back")
                        .takes(LEAVE)
                        .gives(Card.class)
                        .does(this::retire),
                Route.get("/api/v1/offers")
                        .says("What can be asked for just now, by tenant")
                        .query("quantity", Query.words(), "The quantity that is to be determined")
                        .query("method", Query.words(), "How")
                        .gives(200, Shape.mapOf(Shape.listOf(Offer.class)))
                        .does(this::offers));
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        Map<String, ObjectNode> schemas = new LinkedHashMap<>();
        tenants.offers()
                .forEach((tenant, offers) -> offers.forEach(offer -> {
                    String name = FormSchema.key("offers", tenant, offer.quantity(), offer.method());
                    schemas.put(
                            name + ".inputs", FormSchema.of(offer.capability().inputs()));
                    schemas.put(
                            name + ".outputs",
                            FormSchema.given(offer.capability().outputs()));
                }));
        return schemas;
    }

    private Map<String, Card> cards() {
        Map<String, Card> cards = new TreeMap<>();
        tenants.registered().forEach(one -> cards.put(one.registration().tenant(), Card.of(one)));
        tenants.offers()
                .forEach((id, offers) ->
                        cards.putIfAbsent(id, new Card(id, true, "", offers, Duration.ZERO, Optional.empty())));
        return cards;
    }

    private Card card(String id) {
        return Optional.ofNullable(cards().get(id))
                .orElseThrow(() -> Refused.notFound("There is no tenant '" + id + "'"));
    }

    private Response register(Call call) {
        String id = actor.acting(call.caller(), call.name("id"));
        Registration registration = TenantForm.read(id, call.json());
        boolean isNew = !cards().containsKey(id);
        try {
            tenants.register(registration, call.caller().name());
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
        return Response.json(isNew ? 201 : 200, card(id)).located(TENANTS + "/" + id);
    }

    /** The broker's sentence begins with the place in the body. */
    private static Refused refused(String sentence) {
        Matcher place = PLACE.matcher(sentence);
        return Refused.invalid(place.matches() ? place.group(1) : "", sentence);
    }

    private Response retire(Call call) {
        String id = actor.acting(call.caller(), call.name("id"));
        String reason = call.json().said("reason", "");
        Card card = card(id);
        if (card.within()) {
            throw Refused.conflict("Tenant '" + id + "' is within the server; remove its plug-in to let it go");
        }
        tenants.retire(id, call.caller().name(), reason);
        return Response.json(card);
    }

    private Response offers(Call call) {
        Optional<String> quantity = call.query("quantity");
        Optional<String> method = call.query("method");
        Map<String, List<Offer>> fitting = new TreeMap<>();
        tenants.offers().forEach((tenant, offers) -> {
            List<Offer> those = new ArrayList<>(offers);
            those.removeIf(offer -> quantity.isPresent() && !offer.quantity().equals(quantity.get()));
            those.removeIf(offer -> method.isPresent() && !offer.method().equals(method.get()));
            if (!those.isEmpty() || quantity.isEmpty() && method.isEmpty()) {
                fitting.put(tenant, those);
            }
        });
        return Response.json(fitting);
    }
}
