package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.busbar.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Sends every operation of the OpenAPI document what it should and should not be sent. */
class FuzzTest {

    private static final long PATIENCE_NS = 20_000_000_000L;
    private static final int MOST_ROUNDS = 60;

    /** What nobody outside should see. */
    private static final Pattern INNARDS = Pattern.compile(
            "\\bjava\\.|javax?\\b\\.|org\\.busbar|tools\\.jackson|Exception|\\.java\\b|\\bat [a-z]+\\.[a-z]+\\.|/tmp/|/home/"
                    + "|/work/|sqlite|Jackson|`",
            Pattern.CASE_INSENSITIVE);

    private RealLab lab;
    private final List<String> ids = new ArrayList<>(List.of("left", "c1"));
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    @BeforeEach
    void begin(@TempDir Path folder) throws Exception {
        lab = new RealLab(folder);
    }

    @AfterEach
    void end() throws Exception {
        lab.close();
    }

    @Test
    void nothing_that_is_sent_makes_the_server_stumble() throws Exception {
        JsonNode document = new DocumentRoutes(() -> lab.groups).whole();
        long end = System.nanoTime() + PATIENCE_NS;
        int sent = 0;
        for (int seed = 0; seed < MOST_ROUNDS && (seed == 0 || System.nanoTime() < end); seed++) {
            sent += round(document, seed);
        }
        assertTrue(sent > 200, "sent " + sent);
        assertTrue(statuses.keySet().containsAll(List.of(200, 201, 400, 404, 406, 415, 422)), statuses::toString);
    }

    private int round(JsonNode document, int seed) throws Exception {
        Generator generator = new Generator(document, new Random(seed), ids);
        int sent = 0;
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String method = operation.getKey().toUpperCase(Locale.ROOT);
                for (int i = 0; i < 4; i++, sent++) {
                    check(generator.request(method, path.getKey(), operation.getValue()), operation.getValue());
                }
            }
        }
        return sent;
    }

    private void check(Exchange exchange, JsonNode operation) throws Exception {
        exchange.run(lab.servlet);
        statuses.merge(exchange.status, 1, Integer::sum);
        assertTrue(exchange.status < 500, () -> exchange + " -> " + exchange.text());
        assertFalse(
                exchange.status >= 400 && INNARDS.matcher(exchange.text()).find(),
                () -> exchange + " -> " + exchange.text());
        if (exchange.status >= 400 && !isPage(exchange, operation)) {
            checkProblem(exchange);
        } else {
            String location = exchange.sent.get("Location");
            if (location != null && ids.size() < 200) {
                ids.add(Arrays.asList(location.split("/")).get(4));
            }
        }
    }

    /** Whether a person is told what is wrong, on the page that was filled in. */
    private static boolean isPage(Exchange exchange, JsonNode operation) {
        return exchange.sent.get("Content-Type").startsWith("text/html")
                && operation.get("responses").toString().contains("text/html");
    }

    private static void checkProblem(Exchange exchange) {
        if (exchange.sent.getOrDefault("Content-Type", "").startsWith("text/html")) { // a page for people
            assertFalse(INNARDS.matcher(exchange.text()).find(), () -> exchange + " -> " + exchange.text());
            return;
        }
        assertEquals("application/problem+json", exchange.sent.get("Content-Type"), exchange::toString);
        JsonNode problem = Json.mapper().readTree(exchange.text());
        assertEquals(exchange.status, problem.get("status").intValue());
        assertFalse(problem.get("title").stringValue().isBlank());
        String detail = problem.get("detail").stringValue();
        assertFalse(detail.isBlank() || detail.equals("null"), exchange::toString);
    }
}
