package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TokensTest {

    private static final String TOKENS = "/tokens";

    private Guarded api;

    @BeforeEach
    void begin(@TempDir Path folder) throws Exception {
        api = new Guarded(folder);
    }

    @AfterEach
    void end() throws Exception {
        api.close();
    }

    @Test
    void a_token_is_made_shown_once_used_and_revoked() throws Exception {
        JsonNode issued = api.send(
                201, api.vera, "POST", TOKENS, "{\"label\": \"balance\", \"expires\": \"2099-01-01T00:00:00Z\"}");
        String secret = issued.get("secret").stringValue();
        String id = issued.at("/token/id").stringValue();
        assertEquals("vera", issued.at("/token/user").stringValue());
        assertEquals("vera", api.send(200, secret, "GET", "/me", "").get("name").stringValue());
        String mine = api.send(200, api.vera, "GET", TOKENS, "").toString();
        assertTrue(mine.contains(id) && mine.contains("balance") && mine.contains("2099-01-01"), mine);
        assertFalse(mine.contains(secret), mine);
        assertEquals(issued.get("token"), api.send(200, api.vera, "DELETE", TOKENS + "/" + id, ""));
        api.refused(401, secret, "GET", "/me", "");
        api.refused(404, api.vera, "DELETE", TOKENS + "/" + id, "");
    }

    @Test
    void everybody_has_its_own_and_an_administrator_all() throws Exception {
        String annas = api.send(201, api.anna, "POST", TOKENS, "{\"label\": \"mine\"}")
                .at("/token/id")
                .stringValue();
        assertEquals(1, api.send(200, api.vera, "GET", TOKENS, "").size());
        assertEquals(
                0, api.send(200, api.vera, "GET", TOKENS + "?user=anna", "").size());
        assertEquals(3, api.send(200, api.anna, "GET", TOKENS, "").size());
        String refused = api.refused(404, api.vera, "DELETE", TOKENS + "/" + annas, "");
        assertEquals("There is no valid token '" + annas + "' of 'vera'", refused);
        assertEquals(
                2, api.send(200, api.anna, "GET", TOKENS + "?user=anna", "").size());
        JsonNode veras = api.send(200, api.anna, "GET", TOKENS + "?user=vera", "");
        api.send(200, api.anna, "DELETE", TOKENS + "/" + veras.at("/0/id").stringValue(), "");
        api.refused(401, api.vera, "GET", "/me", "");
    }

    @Test
    void only_an_administrator_makes_a_token_for_somebody_else() throws Exception {
        String anothers = "{\"label\": \"x\", \"user\": \"%s\"}";
        String refused = api.refused(403, api.vera, "POST", TOKENS, anothers.formatted("anna"));
        assertTrue(refused.contains("user = 'anna', but who asks is 'vera'"), refused);
        api.send(201, api.vera, "POST", TOKENS, anothers.formatted("vera"));
        String secret = api.send(201, api.anna, "POST", TOKENS, anothers.formatted("vera"))
                .get("secret")
                .stringValue();
        assertEquals("vera", api.send(200, secret, "GET", "/me", "").get("name").stringValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|'label' is missing",
                "{\"label\": \"x\", \"expires\": \"tomorrow\"}|is no time such as 2026-12-31T00:00:00Z",
                "{\"label\": \"x\", \"expires\": \"2001-01-01T00:00:00Z\"}|would have expired already",
                "{\"label\": \"x\", \"user\": \"nobody\"}|There is no user 'nobody'",
                "{\"label\": \"x\", \"roles\": []}|'roles' is not known here",
            })
    void what_will_not_do_is_refused(String body, String sentence) throws Exception {
        String refused = api.refused(422, api.anna, "POST", TOKENS, body);
        assertTrue(refused.contains(sentence), refused);
        assertEquals(2, api.send(200, api.anna, "GET", TOKENS, "").size());
    }

    @Test
    void nobody_fills_the_list() throws Exception {
        for (int i = 1; i < TokenRoutes.MOST; i++) {
            api.security.token("vera");
        }
        String refused = api.refused(409, api.vera, "POST", TOKENS, "{\"label\": \"one more\"}");
        assertEquals("'vera' has 100 tokens, which is the limit; revoke one first", refused);
        api.send(201, api.anna, "POST", TOKENS, "{\"label\": \"mine\"}");
    }
}
