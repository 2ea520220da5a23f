package org.busbar.rest;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.inventory.Effect;
import org.busbar.api.inventory.Inventory;
import org.busbar.api.inventory.SampleCard;
import org.busbar.api.inventory.Stock;
import org.busbar.api.security.Role;
import org.busbar.json.Json;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stocks and samples: what there is, and what people say there is. Amounts are read as {@code "5 mL"} and as
 * {@code {"value": 5, "unit": "mL"}}.
 */
@Component(service = Routes.class)
public final class InventoryRoutes implements Routes {

    private static final String SAMPLES = "/api/v1/samples";

    private static final Form SUPPLY = Form.of(
            Form.quantity("level", "How much there is").need(),
            Form.quantity("low", "The mark at which it has to be refilled; stays where it was if it is not given"),
            Form.text("lot", "The lot of the supply"),
            Form.field("expires", "Until when it is good", schema -> schema.put("type", "string")
                    .put("format", "date-time")),
            Form.by());

    private static final Form ENTER = Form.of(
            Form.field("effect", "What happened to the sample; its name need not be said again", EffectForm::schema)
                    .need(),
            Form.by(),
            Form.reason().need());

    private final Inventory inventory;

    @Activate
    public InventoryRoutes(@Reference Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/stocks")
                        .says("Every stock and how much there is of it")
                        .givesList(Stock.class)
                        .does(call -> Response.json(inventory.stocks())),
                Route.put("/api/v1/stocks/{name}")
                        .by(Role.OPERATOR)
                        .says("Says how much there is of a stock")
                        .takes(SUPPLY)
                        .gives(Stock.class)
                        .does(this::supply),
                Route.get(SAMPLES)
                        .says("Samples, newest first")
                        .paged(100, 1000)
                        .givesList(SampleCard.class)
                        .does(call -> Response.json(list(call))),
                Route.get(SAMPLES + "/{id}")
                        .says("All that is known of a sample")
                        .gives(SampleCard.class)
                        .does(call -> Response.json(card(call.name("id")))),
                Route.post(SAMPLES + "/{id}/effects")
                        .by(Role.OPERATOR)
                        .says("Enters or corrects a sample: one of Made, Moved, Drawn and Ended")
                        .takes(ENTER)
                        .gives(200, SampleCard.class)
                        .gives(201, SampleCard.class)
                        .does(this::enter));
    }

    /** Without {@code low} the mark stays where it was, at 0 for a new stock; lot and expiry are those of the supply. */
    private Response supply(Call call) {
        Body body = call.json();
        String name = call.name("name");
        Quantity level = quantity("level", body.all().path("level"));
        Quantity low = body.has("low") ? quantity("low", body.all().get("low")) : low(name, level);
        Optional<Instant> expires = body.optionalText("expires").map(InventoryRoutes::instant);
        String lot = body.said("lot", "");
        String by = call.signer(body, "by");
        Refused.where(() -> inventory.supply(new Stock(name, level, low, lot, expires), by));
        return Response.json(stock(name).orElseThrow());
    }

    private Quantity low(String name, Quantity level) {
        return stock(name)
                .map(Stock::low)
                .filter(low -> low.unit().measuresSameAs(level.unit()))
                .orElse(new Quantity(0, level.unit(), Double.NaN));
    }

    private Optional<Stock> stock(String name) {
        return inventory.stocks().stream()
                .filter(stock -> stock.name().equals(name))
                .findFirst();
    }

    /** The newest first. */
    private List<SampleCard> list(Call call) {
        List<SampleCard> cards = new ArrayList<>(inventory.samples());
        Collections.reverse(cards);
        return cards.stream()
                .skip(call.whole("offset"))
                .limit(call.whole("limit"))
                .toList();
    }

    private SampleCard card(String id) {
        return inventory.samples().stream()
                .filter(card -> card.sample().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("There is no sample '" + id + "'"));
    }

    private Response enter(Call call) {
        Body body = call.json();
        String sample = call.name("id");
        Effect effect = effect(sample, body.object("effect"));
        String by = call.signer(body, "by");
        String reason = body.text("reason");
        boolean isNew = effect instanceof Effect.Made;
        if (!isNew) {
            card(sample);
        }
        Refused.where(() -> inventory.enter(effect, by, reason));
        return Response.json(isNew ? 201 : 200, card(sample)).located(SAMPLES + "/" + Segments.encoded(sample));
    }

    /** The effect on the sample of the path, which need not be named again. */
    private static Effect effect(String sample, JsonNode given) {
        String type = given.path("type").asString("");
        if (!EffectForm.KINDS.contains(type)) {
            throw Refused.invalid("effect.type", "effect.type = '" + type + "' is not one of " + EffectForm.KINDS);
        }
        ObjectNode full = (ObjectNode) given.deepCopy();
        if (!full.has("sample")) {
            full.put("sample", sample);
        } else if (!full.path("sample").asString("").equals(sample)) {
            throw Refused.invalid(
                    "effect.sample", "effect.sample = " + full.get("sample") + " is not the sample '" + sample + "'");
        }
        return effect(type.equals("Made") ? whole(full) : full);
    }

    /** With what need not be said of a new sample. */
    private static ObjectNode whole(ObjectNode made) {
        if (!made.has("parents")) {
            made.putArray("parents");
        }
        if (!made.has("position")) {
            made.put("position", "");
        }
        return made;
    }

    private static Effect effect(ObjectNode full) {
        if (full.has("amount")) {
            full.set("amount", Json.mapper().valueToTree(quantity("effect.amount", full.get("amount"))));
        }
        try {
            return Json.mapper().treeToValue(full, Effect.class);
        } catch (JacksonException e) {
            throw Refused.invalid("effect", "effect: " + Reasons.of(e));
        }
    }

    private static Quantity quantity(String place, JsonNode node) {
        if (!node.isString() && !node.isObject()) {
            throw Refused.invalid(place, place + " must be an amount with its unit, such as \"5 mL\"");
        }
        try {
            return node.isString()
                    ? Quantity.parse(node.stringValue())
                    : Json.mapper().treeToValue(node, Quantity.class);
        } catch (JacksonException e) {
            throw Refused.invalid(place, place + ": " + Reasons.of(e));
        } catch (IllegalArgumentException e) {
            throw Refused.invalid(place, place + ": " + e.getMessage());
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Refused.invalid("expires", "expires = '" + text + "' is not a time such as 2027-01-01T00:00:00Z");
        }
    }
}
