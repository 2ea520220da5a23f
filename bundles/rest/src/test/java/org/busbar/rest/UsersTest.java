package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.busbar.api.security.Role;
import org.busbar.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class UsersTest {

    private static final String NEW = "{\"roles\": [\"viewer\"], \"password\": \"long enough for me\"}";

    private Guarded api;

    @BeforeEach
    void begin(@TempDir Path folder) throws Exception {
        api = new Guarded(folder);
    }

    @AfterEach
    void end() throws Exception {
        api.close();
    }

    private static String password(String old, String chosen) {
        return "{\"old\": \"" + old + "\", \"new\": \"" + chosen + "\"}";
    }

    @Test
    void everybody_may_know_who_it_is() throws Exception {
        assertEquals(
                "{\"name\":\"vera\",\"roles\":[\"VIEWER\"],\"tenants\":[]}",
                api.send(api.vera, "GET", "/me", "").body());
        assertEquals(401, api.send("busbar_wrong", "GET", "/me", "").statusCode());
    }

    @Test
    void an_administrator_makes_changes_and_removes_users() throws Exception {
        HttpResponse<String> made = api.send(
                api.anna,
                "PUT",
                "/users/tina",
                "{\"roles\": [\"TENANT\"], \"tenants\": [\"water\", \"air\"], \"password\": \"correct horse\"}");
        assertEquals(201, made.statusCode(), made::body);
        assertEquals("/api/v1/users/tina", made.headers().firstValue("Location").orElseThrow());
        JsonNode tina = api.send(200, api.anna, "GET", "/users/tina", "");
        assertEquals(Json.mapper().readTree(made.body()), tina);
        assertEquals("[\"air\",\"water\"]", tina.get("tenants").toString());
        assertTrue(tina.get("active").booleanValue());
        String login = api.login("tina");
        JsonNode changed = api.send(200, api.anna, "PUT", "/users/tina", "{\"tenants\": [\"water\"]}");
        assertEquals("[\"TENANT\"]", changed.get("roles").toString(), "what is left out stays");
        assertEquals(
                "[\"water\"]",
                api.send(200, login, "GET", "/me", "").get("tenants").toString());
        api.send(200, api.anna, "PUT", "/users/tina", "{\"active\": false}");
        api.refused(401, login, "GET", "/me", "");
        api.send(200, api.anna, "PUT", "/users/tina", "{\"active\": true, \"password\": \"another horse\"}");
        api.refused(401, login, "GET", "/me", "");
        assertEquals(3, api.send(200, api.anna, "GET", "/users", "").size());
        api.send(200, api.anna, "DELETE", "/users/tina", "");
        assertEquals("There is no user 'tina'", api.refused(404, api.anna, "DELETE", "/users/tina", ""));
        api.refused(404, api.anna, "GET", "/users/tina", "");
    }

    @Test
    void nobody_else_keeps_users_or_reads_what_they_did() throws Exception {
        api.security.add("sam", Set.of(Role.SCIENTIST));
        for (String token : new String[] {api.vera, api.login("sam")}) {
            for (String what : new String[] {"GET /users", "GET /users/anna", "DELETE /users/anna", "GET /audit"}) {
                String[] words = what.split(" ");
                assertTrue(api.refused(403, token, words[0], words[1], "").startsWith("This takes the role ADMIN"));
            }
            api.refused(403, token, "PUT", "/users/sam", "{\"roles\": [\"ADMIN\"]}");
        }
        assertEquals(3, api.send(200, api.anna, "GET", "/users", "").size());
    }

    @ParameterizedTest
    @CsvSource({"DELETE,''", "PUT,'{\"roles\": [\"VIEWER\"]}'", "PUT,'{\"active\": false}'"})
    void somebody_stays_who_is_an_active_administrator(String method, String body) throws Exception {
        String refused = api.refused(422, api.anna, method, "/users/anna", body);
        assertEquals("Nobody would be left who is an active administrator; make another one first", refused);
        assertEquals(
                "[\"ADMIN\"]",
                api.send(200, api.anna, "GET", "/me", "").get("roles").toString());
        api.security.add("otto", Set.of(Role.ADMIN));
        api.send(200, api.anna, method, "/users/anna", body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max|{\"password\": \"long enough\"}|'roles' is missing",
                "max|{\"roles\": [\"VIEWER\"]}|There is no user 'max' yet; give a password",
                "max|{\"roles\": [\"CHEF\"], \"password\": \"long enough\"}|'CHEF', which is not one of VIEWER",
                "max|{\"roles\": [\"VIEWER\"], \"password\": \"short\"}|10 to 1000 characters",
                "max|{\"roles\": [\"VIEWER\"], \"tenants\": [\"water\"], \"password\": \"long enough\"}|lack TENANT",
                "max|{\"roles\": [\"VIEWER\"], \"since\": \"now\", \"password\": \"long enough\"}|'since' is not known",
                "m%20x|{\"roles\": [\"VIEWER\"], \"password\": \"long enough\"}|letters, digits and . _ - @",
                "vera|{\"active\": \"no\"}|neither true nor false",
                "vera|{\"roles\": \"ADMIN\"}|is not a list of texts",
            })
    void what_will_not_do_is_refused_and_changes_nothing(String name, String body, String sentence) throws Exception {
        JsonNode before = api.send(200, api.anna, "GET", "/users", "");
        String refused = api.refused(422, api.anna, "PUT", "/users/" + name, body);
        assertTrue(refused.contains(sentence), refused);
        assertEquals(before, api.send(200, api.anna, "GET", "/users", ""));
    }

    @Test
    void a_client_may_insist_that_a_user_is_new_or_there() throws Exception {
        assertEquals(
                "There is a user 'vera' already",
                api.refused(409, api.anna, "PUT", "/users/vera", NEW, "If-None-Match", "*"));
        assertEquals("There is no user 'max'", api.refused(404, api.anna, "PUT", "/users/max", NEW, "If-Match", "*"));
        api.send(201, api.anna, "PUT", "/users/max", NEW, "If-None-Match", "*");
        api.send(200, api.anna, "PUT", "/users/max", NEW, "If-Match", "*");
    }

    @Test
    void everybody_changes_its_own_password() throws Exception {
        String login = api.login("vera");
        String renewed = api.send(200, login, "POST", "/me/password", password("correct horse", "another horse"))
                .get("token")
                .stringValue();
        api.refused(401, login, "GET", "/me", "");
        assertEquals(
                "vera", api.send(200, renewed, "GET", "/me", "").get("name").stringValue());
        api.send(200, api.vera, "GET", "/me", "");
        assertTrue(api.security
                .doorkeeper()
                .login("vera", "correct horse", "192.0.2.1")
                .isEmpty());
        assertTrue(api.security
                .doorkeeper()
                .login("vera", "another horse", "192.0.2.1")
                .isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "wrong horse,another horse,The old password is wrong",
        "correct horse,correct horse,The new password is the old one; choose another",
        "correct horse,short,A password has 10 to 1000 characters; choose another one"
    })
    void a_password_is_changed_by_who_knows_it_and_to_another_one(String old, String chosen, String sentence)
            throws Exception {
        assertEquals(sentence, api.refused(422, api.vera, "POST", "/me/password", password(old, chosen)));
        assertTrue(api.security
                .doorkeeper()
                .login("vera", "correct horse", "192.0.2.1")
                .isPresent());
    }

    @Test
    void guessing_the_old_password_is_slowed_down() throws Exception {
        for (int i = 0; i < 5; i++) {
            api.refused(422, api.vera, "POST", "/me/password", password("wrong horse " + i, "another horse"));
        }
        HttpResponse<String> slowed =
                api.send(api.vera, "POST", "/me/password", password("correct horse", "another horse"));
        assertEquals(429, slowed.statusCode(), slowed::body);
        assertTrue(slowed.headers().firstValue("Retry-After").isPresent());
    }

    @Test
    void what_was_done_is_written_down() throws Exception {
        api.send(201, api.anna, "PUT", "/users/max", NEW);
        api.refused(403, api.vera, "GET", "/users", "");
        JsonNode audit = api.send(200, api.anna, "GET", "/audit?limit=2", "");
        assertEquals(2, audit.size());
        assertEquals("vera", audit.at("/0/who").stringValue());
        assertEquals("was kept from GET /api/v1/users", audit.at("/0/what").stringValue());
        assertEquals("anna", audit.at("/1/who").stringValue());
        assertEquals(
                "set user max with roles [VIEWER], tenants [], with a new password",
                audit.at("/1/what").stringValue());
    }
}
