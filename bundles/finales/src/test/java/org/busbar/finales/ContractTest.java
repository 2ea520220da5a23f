package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Paths, tokens and documents, with their statuses and shapes. */
class ContractTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String UNKNOWN = "11111111-1111-4111-8111-111111111111";

    @TempDir
    Path folder;

    private TestLab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new TestLab(folder);
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/test",
                "/capabilities",
                "/capabilities/templates",
                "/limitations",
                "/tenants",
                "/pending_requests",
                "/all_requests",
                "/results_requested",
                "/requests/" + UNKNOWN,
                "/results/" + UNKNOWN,
                "/results_requested/" + UNKNOWN
            })
    void both_spellings_of_each_path_answer_directly_and_need_a_token(String path) throws Exception {
        assertEquals(200, lab.status("viewer", "GET", path, ""));
        assertEquals(200, lab.status("viewer", "GET", path.equals("/") ? "" : path + "/", ""));
        HttpResponse<String> without = lab.send("", "GET", path, "");
        assertEquals(401, without.statusCode());
        assertEquals("Bearer", without.headers().firstValue("WWW-Authenticate").orElse(""));
        assertTrue(StrictJson.read(without.body()).path("detail").isString());
        assertEquals(401, lab.status("nobody", "GET", path, ""));
    }

    @Test
    void the_documents_need_no_token() throws Exception {
        for (String path : List.of("/docs", "/redoc", "/openapi.json", "/docs/")) {
            assertEquals(200, lab.status("", "GET", path, ""));
        }
        assertEquals(200, lab.status("", "HEAD", "/docs", ""));
        JsonNode openApi = lab.get("", "/openapi.json");
        assertTrue(
                openApi.at("/paths/~1requests~1{object_id}~1update_status/post").isObject());
    }

    @Test
    void unknown_paths_are_404_and_other_verbs_405() throws Exception {
        assertEquals(404, lab.status("viewer", "GET", "/nothing", ""));
        HttpResponse<String> response = lab.send("viewer", "GET", "/requests/", "");
        assertEquals(405, response.statusCode());
        assertEquals("POST", response.headers().firstValue("Allow").orElse(""));
        assertEquals(405, lab.status("viewer", "GET", "/results/", ""));
        assertEquals(405, lab.status("viewer", "DELETE", "/capabilities", ""));
    }

    private HttpResponse<String> login(String type, String body) throws Exception {
        return lab.send("", "POST", "/user_management/authenticate/?unknown=1", body, "Content-Type", type);
    }

    @Test
    void a_token_is_got_by_a_form() throws Exception {
        String body = "username=lab1&password=lab1&grant_type=&scope=&client_id=&client_secret=";
        JsonNode token = StrictJson.read(login(FORM, body).body());
        assertEquals("token-lab1", token.path("access_token").asString());
        assertEquals("bearer", token.path("token_type").asString());
        String parts = "--x\r\nContent-Disposition: form-data; name=\"username\"\r\n\r\nlab1\r\n--x\r\n"
                + "Content-Disposition: form-data; name=\"password\"\r\n\r\nlab1\r\n--x--\r\n";
        assertEquals(200, login("multipart/form-data; boundary=x", parts).statusCode());
        assertEquals(
                200,
                login(FORM, "username=lab1&password=lab1&grant_type=password").statusCode());
    }

    @Test
    void a_wrong_login_is_401_and_an_incomplete_one_422() throws Exception {
        HttpResponse<String> wrong = login(FORM, "username=lab1&password=x");
        assertEquals(401, wrong.statusCode());
        assertEquals("Bearer", wrong.headers().firstValue("WWW-Authenticate").orElse(""));
        assertEquals(422, login(FORM, "username=&password=x").statusCode());
        assertEquals(
                422, login(FORM, "username=lab1&password=lab1&grant_type=other").statusCode());
        HttpResponse<String> json = login("application/json", "{'username': 'lab1', 'password': 'lab1'}");
        assertEquals(422, json.statusCode());
        assertEquals(2, StrictJson.read(json.body()).path("detail").size());
    }

    @Test
    void the_scheme_of_the_token_is_compared_without_case() throws Exception {
        assertEquals(
                200,
                lab.send("", "GET", "/", "", "Authorization", "bearer token-lab1")
                        .statusCode());
        assertEquals(
                401,
                lab.send("", "GET", "/", "", "Authorization", "Basic token-lab1")
                        .statusCode());
    }

    @Test
    void who_calls_is_told_without_a_hash() throws Exception {
        JsonNode user = lab.get("lab1", "/test");
        assertEquals("lab1", user.path("username").asString());
        assertEquals("[\"tenant\"]", user.path("usergroups").toString());
        assertFalse(user.has("password"));
    }

    @Test
    void the_dump_is_400_unless_enabled() throws Exception {
        assertEquals(400, lab.status("admin", "GET", "/database_dump/placeholder", ""));
        lab.write("finales.json", "{'port': 0, 'dump_key': 'sesame'}");
        lab.facade.poll();
        assertEquals(400, lab.status("admin", "GET", "/database_dump/other", ""));
        assertEquals(403, lab.status("viewer", "GET", "/database_dump/sesame", ""));
        lab.ask();
        assertTrue(lab.send("admin", "GET", "/database_dump/sesame", "").body().contains("Requested"));
    }

    @Test
    void without_its_file_nothing_is_served_and_nobody_published() throws Exception {
        assertEquals(4, lab.tenants.offers().size());
        Files.delete(folder.resolve("finales/finales.json"));
        lab.facade.poll();
        assertTrue(lab.facade.port().isEmpty());
        assertEquals(0, lab.tenants.offers().size());
    }

    @Test
    void what_is_not_even_a_call_is_refused_in_the_same_shape() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", lab.facade.port().orElseThrow())) {
            String call = "GET /requests/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
            assertTrue(answer.contains("{\"detail\":"), answer);
        }
    }

    @Test
    void a_login_waits_a_little_where_many_log_in_at_once() throws Exception {
        lab.doorkeeper.busy.set(3);
        assertEquals(200, login(FORM, "username=lab1&password=lab1").statusCode());
    }
}
