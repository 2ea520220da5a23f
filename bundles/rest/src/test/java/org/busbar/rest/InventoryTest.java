package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.busbar.api.Quantity;
import org.busbar.api.inventory.Effect;
import org.busbar.api.inventory.Inventory;
import org.busbar.api.inventory.SampleCard;
import org.busbar.api.inventory.Stock;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InventoryTest {

    private static final String ACID = "/api/v1/stocks/acid";
    private static final String EFFECTS = "/api/v1/samples/s/effects";

    /** An inventory that remembers what it was told and judges nothing. */
    private static final class FakeInventory implements Inventory {

        private final Map<String, Stock> stocks = new LinkedHashMap<>();
        private final List<SampleCard> samples = new ArrayList<>();

        final List<Effect> entered = new ArrayList<>();
        String by = "";
        String reason = "";

        /** What it refuses everything with; nothing if empty. */
        String refusal = "";

        @Override
        public List<Stock> stocks() {
            return List.copyOf(stocks.values());
        }

        @Override
        public List<SampleCard> samples() {
            return List.copyOf(samples);
        }

        @Override
        public void supply(Stock stock, String who) {
            if (!refusal.isEmpty()) {
                throw new IllegalArgumentException(refusal);
            }
            stocks.put(stock.name(), stock);
            by = who;
        }

        @Override
        public void enter(Effect effect, String who, String why) {
            entered.add(effect);
            by = who;
            reason = why;
            if (effect instanceof Effect.Made made) {
                samples.add(new SampleCard(
                        made.sample(),
                        made.parents(),
                        made.amount(),
                        made.position(),
                        SampleCard.State.PRESENT,
                        "entered by " + who,
                        Instant.EPOCH));
            }
        }

        @Override
        public Optional<String> reserve(String step, List<Effect> effects) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void settle(String step, List<Effect> effects) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void doubt(String step, List<Effect> effects) {
            throw new UnsupportedOperationException();
        }
    }

    private final FakeInventory inventory = new FakeInventory();

    private Response.Document answer(String method, String url, String body) throws InterruptedException {
        String[] parts = url.split("\\?", 2);
        Map<String, String> query =
                parts.length < 2 ? Map.of() : Map.of(parts[1].split("=")[0], parts[1].split("=")[1]);
        List<String> path = Arrays.asList(parts[0].substring(1).split("/"));
        Call call = Api.call(method, path, query, Map.of("content-type", "application/json"), body);
        try {
            return (Response.Document) new Router(new InventoryRoutes(inventory).routes()).answer(call);
        } catch (Refused e) {
            return Response.problem(e.problem());
        }
    }

    private JsonNode get(String url) throws InterruptedException {
        return Api.json(answer("GET", url, ""));
    }

    @Test
    void a_supply_is_taken_down_and_shown() throws InterruptedException {
        String body = "{\"level\": \"500 mL\", \"low\": \"50 mL\", \"lot\": \"7\","
                + " \"expires\": \"2027-01-01T00:00:00Z\", \"by\": \"anna\"}";
        assertEquals(200, answer("PUT", ACID, body).status());
        Instant expires = Instant.parse("2027-01-01T00:00:00Z");
        Stock acid = new Stock("acid", Quantity.of(500, "mL"), Quantity.of(50, "mL"), "7", Optional.of(expires));
        assertEquals(List.of(acid), inventory.stocks());
        assertEquals("anna", inventory.by);
        JsonNode shown = get("/api/v1/stocks").get(0);
        assertEquals(500, shown.at("/level/value").doubleValue());
        assertEquals("mL", shown.at("/level/unit").stringValue());
        assertEquals("2027-01-01T00:00:00Z", shown.get("expires").stringValue());
    }

    @Test
    void a_supply_without_a_low_mark_leaves_it_where_it_was() throws InterruptedException {
        answer("PUT", ACID, "{\"level\": {\"value\": 5, \"unit\": \"mL\"}, \"by\": \"anna\"}");
        assertEquals("0 mL", inventory.stocks().get(0).low().toString());
        answer("PUT", ACID, "{\"level\": \"5 mL\", \"low\": \"1 mL\", \"lot\": \"7\", \"by\": \"anna\"}");
        answer("PUT", ACID, "{\"level\": \"0.5 L\", \"by\": \"anna\"}");
        assertEquals("1 mL", inventory.stocks().get(0).low().toString());
        assertEquals("", inventory.stocks().get(0).lot());
    }

    @Test
    void supplies_that_cannot_be_read_are_refused_with_the_field() throws InterruptedException {
        for (String wrong : List.of("{\"by\": \"a\"}", "{\"level\": \"5 parsec!\", \"by\": \"a\"}")) {
            assertFault("level", answer("PUT", ACID, wrong));
        }
        assertFault("by", answer("PUT", ACID, "{\"level\": \"5 mL\"}"));
        assertFault("expires", answer("PUT", ACID, "{\"level\": \"5 mL\", \"expires\": \"soon\", \"by\": \"a\"}"));
        assertFault("amount", answer("PUT", ACID, "{\"amount\": \"5 mL\", \"by\": \"a\"}"));
        assertFault("level", answer("PUT", ACID, "{\"level\": {\"value\": 5, \"unti\": \"mL\"}, \"by\": \"a\"}"));
        assertEquals(
                422,
                answer("PUT", ACID, "{\"level\": \"5 mL\", \"low\": \"1 g\", \"by\": \"a\"}")
                        .status());
        assertTrue(inventory.stocks().isEmpty());
    }

    private static void assertFault(String path, Response.Document answer) {
        assertEquals(422, answer.status());
        assertEquals(path, Api.json(answer).get("path").stringValue());
    }

    @Test
    void what_the_inventory_refuses_is_refused_with_its_words() throws InterruptedException {
        inventory.refusal = "Stock acid: no";
        Response.Document answer = answer("PUT", ACID, "{\"level\": \"5 mL\", \"by\": \"anna\"}");
        assertEquals(422, answer.status());
        assertEquals("Stock acid: no", Api.json(answer).get("detail").stringValue());
    }

    @Test
    void a_sample_is_entered_and_corrected() throws InterruptedException {
        String said = ", \"by\": \"anna\", \"reason\": \"seen\"}";
        Response.Document made =
                answer("POST", EFFECTS, "{\"effect\": {\"type\": \"Made\", \"amount\": \"5 mL\"}" + said);
        assertEquals(201, made.status());
        assertEquals("/api/v1/samples/s", made.headers().get("Location"));
        assertEquals(
                200,
                answer("POST", EFFECTS, "{\"effect\": {\"type\": \"Moved\", \"position\": \"cell\"}" + said)
                        .status());
        answer("POST", EFFECTS, "{\"effect\": {\"type\": \"Drawn\", \"sample\": \"s\", \"amount\": \"1 mL\"}" + said);
        answer("POST", EFFECTS, "{\"effect\": {\"type\": \"Ended\"}" + said);
        assertEquals(
                List.of(
                        new Effect.Made("s", List.of(), Quantity.of(5, "mL"), ""),
                        new Effect.Moved("s", "cell"),
                        new Effect.Drawn("s", Quantity.of(1, "mL")),
                        new Effect.Ended("s")),
                inventory.entered);
        assertEquals("anna", inventory.by);
        assertEquals("seen", inventory.reason);
        assertEquals("PRESENT", get("/api/v1/samples/s").get("state").stringValue());
    }

    @Test
    void the_place_of_a_new_sample_is_a_sound_address() throws InterruptedException {
        String body = "{\"effect\": {\"type\": \"Made\", \"amount\": \"5 mL\"}, \"by\": \"a\", \"reason\": \"b\"}";
        Response.Document made = answer("POST", "/api/v1/samples/cell 1\n2/effects", body);
        assertEquals("/api/v1/samples/cell%201%0A2", made.headers().get("Location"));
    }

    @Test
    void effects_that_cannot_be_read_are_refused_with_the_field() throws InterruptedException {
        inventory.enter(new Effect.Made("s", List.of(), Quantity.of(5, "mL"), ""), "anna", "seen");
        for (String wrong : List.of("{}", "{\"effect\": {\"type\": \"Used\", \"stock\": \"acid\"}}")) {
            assertFault("effect.type", answer("POST", EFFECTS, wrong));
        }
        assertFault("effect.sample", answer("POST", EFFECTS, "{\"effect\": {\"type\": \"Ended\", \"sample\": \"t\"}}"));
        assertFault("effect.amount", answer("POST", EFFECTS, "{\"effect\": {\"type\": \"Drawn\", \"amount\": \"x\"}}"));
        assertFault("effect", answer("POST", EFFECTS, "{\"effect\": {\"type\": \"Moved\", \"to\": \"cell\"}}"));
        assertFault("by", answer("POST", EFFECTS, "{\"effect\": {\"type\": \"Ended\"}, \"reason\": \"x\"}"));
        assertFault("reason", answer("POST", EFFECTS, "{\"effect\": {\"type\": \"Ended\"}, \"by\": \"anna\"}"));
        assertEquals(1, inventory.entered.size());
    }

    @Test
    void a_sample_nobody_knows_is_not_found() throws InterruptedException {
        assertEquals(404, answer("GET", "/api/v1/samples/s", "").status());
        String ended = "{\"effect\": {\"type\": \"Ended\"}, \"by\": \"anna\", \"reason\": \"x\"}";
        assertEquals(404, answer("POST", EFFECTS, ended).status());
        assertTrue(inventory.entered.isEmpty());
    }

    @Test
    void samples_come_newest_first_and_by_the_page() throws InterruptedException {
        for (String sample : List.of("a", "b", "c")) {
            inventory.enter(new Effect.Made(sample, List.of(), Quantity.of(5, "mL"), ""), "anna", "seen");
        }
        assertEquals(List.of("c", "b", "a"), ids("/api/v1/samples"));
        assertEquals(List.of("c"), ids("/api/v1/samples?limit=1"));
        assertEquals(List.of("a"), ids("/api/v1/samples?offset=2"));
    }

    private List<String> ids(String url) throws InterruptedException {
        return Stream.of(Api.json(answer("GET", url, "")))
                .flatMap(cards -> cards.values().stream())
                .map(card -> card.get("sample").stringValue())
                .toList();
    }

    @Test
    void a_card_shows_all_that_is_known() throws InterruptedException {
        inventory.enter(new Effect.Made("s", List.of("p"), Quantity.of(5, "mL"), "rack"), "anna", "seen");
        SampleCard card = inventory.samples().get(0);
        JsonNode shown = get("/api/v1/samples/s");
        assertEquals("p", shown.at("/parents/0").stringValue());
        assertEquals(5, shown.at("/amount/value").doubleValue());
        assertEquals("rack", shown.get("position").stringValue());
        assertEquals(card.origin(), shown.get("origin").stringValue());
        assertEquals(card.since().toString(), shown.get("since").stringValue());
    }
}
