package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Tenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every operation with its statuses and shapes. */
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
    void a_request_can_be_read_by_every_form_of_its_identifier() throws Exception {
        String id = lab.ask();
        JsonNode info = lab.get("viewer", "/requests/" + id);
        assertEquals(id, info.path("uuid").asString());
        assertEquals("pending", info.path("status").asString());
        assertTrue(info.path("ctime").asString().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}"));
        assertEquals(
                TestLab.request(298).replace('\'', '"').replace(" ", ""),
                info.path("request").toString());
        for (String form :
                List.of(id.replace("-", ""), id.toUpperCase(Locale.ROOT), "urn:uuid:" + id, "%7B" + id + "%7D")) {
            assertEquals(info, lab.get("viewer", "/requests/" + form));
        }
        assertEquals(
                "null", lab.send("viewer", "GET", "/requests/" + UNKNOWN, "").body());
        assertEquals(400, lab.status("viewer", "GET", "/requests/not-a-uuid", ""));
        assertEquals(400, lab.status("viewer", "GET", "/results/not-a-uuid", ""));
        assertEquals(400, lab.status("viewer", "GET", "/results_requested/not-a-uuid", ""));
    }

    @Test
    void a_request_of_the_wrong_shape_is_422_with_its_places() throws Exception {
        HttpResponse<String> response = lab.send("asker", "POST", "/requests/", "{'quantity': 1, 'unknown': true}");
        assertEquals(422, response.statusCode());
        List<String> places = StrictJson.read(response.body())
                .path("detail")
                .valueStream()
                .map(one -> one.path("loc").toString())
                .toList();
        assertEquals(
                List.of(
                        "[\"body\",\"quantity\"]",
                        "[\"body\",\"methods\"]",
                        "[\"body\",\"parameters\"]",
                        "[\"body\",\"tenant_uuid\"]"),
                places);
        assertEquals(422, lab.status("asker", "POST", "/requests/", "[]"));
        assertEquals(422, lab.status("asker", "POST", "/requests/", ""));
    }

    @Test
    void a_request_for_what_nobody_knows_is_400() throws Exception {
        String request = TestLab.request(298);
        assertEquals(400, lab.status("asker", "POST", "/requests/", request.replace("conductivity", "colour")));
        assertEquals(400, lab.status("asker", "POST", "/requests/", request.replace("probe_a", "probe_z")));
        assertEquals(400, lab.status("asker", "POST", "/requests/", request.replace("['probe_a']", "['probe_b']")));
        assertEquals(
                400,
                lab.status("asker", "POST", "/requests/", request.replace("['probe_a']", "['probe_a', 'probe_b']")));
    }

    @Test
    void pending_requests_are_listed_in_order_and_filtered() throws Exception {
        String one = lab.ask();
        String two = lab.ask();
        JsonNode all = lab.get("lab1", "/pending_requests/");
        assertEquals(one, all.at("/0/uuid").asString());
        assertEquals(two, all.at("/1/uuid").asString());
        assertEquals(lab.get("lab1", "/requests/" + one), all.get(0));
        assertEquals(
                2,
                lab.get("lab1", "/pending_requests?quantity=conductivity&method=probe_a")
                        .size());
        assertEquals(0, lab.get("lab1", "/pending_requests?quantity=nothing").size());
        assertEquals(0, lab.get("lab1", "/pending_requests?method=probe_b").size());
        assertEquals(1, lab.get("lab1", "/pending_requests?limit=1").size());
        assertEquals(
                two,
                lab.get("lab1", "/pending_requests?after=" + one).at("/0/uuid").asString());
        assertEquals(
                0,
                lab.get("lab1", "/pending_requests?since=2100-01-01T00:00:00").size());
        assertEquals(422, lab.status("lab1", "GET", "/pending_requests?since=soon", ""));
        assertEquals(422, lab.status("lab1", "GET", "/pending_requests?limit=few", ""));
    }

    @Test
    void a_poll_without_news_costs_nothing() throws Exception {
        lab.ask();
        HttpResponse<String> first = lab.send("lab1", "GET", "/pending_requests", "");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> same = lab.send("lab1", "GET", "/pending_requests", "", "If-None-Match", etag);
        assertEquals(304, same.statusCode());
        assertEquals("", same.body());
        lab.ask();
        HttpResponse<String> news = lab.send("lab1", "GET", "/pending_requests", "", "If-None-Match", etag);
        assertEquals(200, news.statusCode());
        assertNotEquals(etag, news.headers().firstValue("ETag").orElseThrow());
    }

    @Test
    void a_request_is_reserved_answered_and_its_result_read() throws Exception {
        String id = lab.ask();
        assertEquals(
                "null", lab.send("asker", "GET", "/results_requested/" + id, "").body());
        assertEquals(200, lab.change("lab1", id, "reserved").statusCode());
        assertEquals("reserved", lab.statusOf(id));
        assertEquals(0, lab.get("lab1", "/pending_requests").size());
        String result = lab.post("lab1", "/results/", TestLab.result(id, TestLab.ONE, "1.5"));
        assertEquals("resolved", lab.statusOf(id));
        JsonNode info = lab.get("asker", "/results_requested/" + id);
        assertEquals(result, info.path("uuid").asString());
        assertEquals("original", info.path("status").asString());
        assertEquals(
                TestLab.result(id, TestLab.ONE, "1.5").replace('\'', '"').replace(" ", ""),
                info.path("result").toString());
        assertEquals(info, lab.get("asker", "/results/" + result));
        assertEquals(info, lab.get("asker", "/results_requested/").get(0));
        assertEquals(
                1,
                lab.get("asker", "/results_requested?quantity=conductivity&method=probe_a")
                        .size());
        assertEquals(0, lab.get("asker", "/results_requested?method=probe_b").size());
        assertEquals(
                "null",
                lab.send("asker", "GET", "/results_requested/" + UNKNOWN, "").body());
        assertEquals("null", lab.send("asker", "GET", "/results/" + id, "").body());
    }

    @Test
    void every_status_is_in_the_list_of_all_requests() throws Exception {
        String pending = lab.ask();
        String reserved = lab.ask();
        lab.change("lab1", reserved, "reserved");
        String resolved = lab.ask();
        lab.post("lab1", "/results", TestLab.result(resolved, TestLab.ONE, "1"));
        String retracted = lab.ask();
        lab.change("asker", retracted, "retracted");
        lab.post("lab1", "/results/post_unsolicited_result", TestLab.result("", TestLab.ONE, "2"));
        List<String> states = lab.get("viewer", "/all_requests")
                .valueStream()
                .map(one -> one.path("status").asString())
                .toList();
        assertEquals(List.of("pending", "reserved", "resolved", "retracted", "unsolicited"), states);
        JsonNode all = lab.get("viewer", "/all_requests/");
        assertEquals(pending, all.at("/0/uuid").asString());
        for (JsonNode one : all) {
            assertEquals(one, lab.get("viewer", "/requests/" + one.path("uuid").asString()));
        }
        assertEquals(
                2,
                lab.get("viewer", "/all_requests?after=" + reserved + "&limit=2")
                        .size());
    }

    @Test
    void an_unsolicited_result_makes_its_request() throws Exception {
        String body = TestLab.result("", TestLab.ONE, "2");
        String id = lab.post("lab1", "/results/post_unsolicited_result/", body);
        JsonNode result = lab.get("viewer", "/results/" + id);
        String request = result.at("/result/request_uuid").asString();
        JsonNode made = lab.get("viewer", "/requests/" + request);
        assertEquals("unsolicited", made.path("status").asString());
        assertEquals(TestLab.ONE.toString(), made.at("/request/tenant_uuid").asString());
        assertEquals(297.8, made.at("/request/parameters/probe_a/temperature").doubleValue());
        assertEquals(
                422, lab.status("lab1", "POST", "/results/post_unsolicited_result", body.replace("request_uuid", "x")));
    }

    @Test
    void the_status_of_a_result_changes() throws Exception {
        String request = lab.ask();
        String id = lab.post("lab1", "/results/", TestLab.result(request, TestLab.ONE, "1"));
        String path = "/results/" + id + "/update_status/?result_id=" + id + "&new_status=";
        assertEquals(400, lab.status("lab1", "POST", path + "original", ""));
        assertEquals(422, lab.status("lab1", "POST", path + "better", ""));
        assertEquals(403, lab.status("lab2", "POST", path + "amended", ""));
        assertEquals(400, lab.status("lab1", "POST", path.replace(id, UNKNOWN) + "amended", ""));
        assertEquals(200, lab.status("lab1", "POST", path + "amended", ""));
        assertEquals(
                "amended", lab.get("viewer", "/results/" + id).path("status").asString());
        assertEquals(
                "amended",
                lab.get("viewer", "/results_requested").at("/0/status").asString());
        assertEquals(200, lab.status("lab1", "POST", path + "deleted", ""));
        assertEquals(
                "deleted", lab.get("viewer", "/results/" + id).path("status").asString());
        assertEquals(409, lab.status("lab1", "POST", path + "amended", ""));
    }

    @Test
    void a_status_change_is_refused_as_the_contract_says() throws Exception {
        String id = lab.ask();
        assertEquals(400, lab.change("lab1", id, "resolved").statusCode());
        assertEquals(400, lab.change("lab1", id, "unsolicited").statusCode());
        assertEquals(422, lab.change("lab1", id, "Reserved").statusCode());
        String path = "/requests/" + id + "/update_status";
        assertEquals(422, lab.status("lab1", "POST", path, ""));
        assertEquals(400, lab.status("lab1", "POST", path + "?new_status=reserved&request_id=x", ""));
        assertEquals(400, lab.change("lab1", UNKNOWN, "reserved").statusCode());
        assertEquals(200, lab.status("lab1", "POST", path + "?new_status=reserved", ""));
    }

    @Test
    void capabilities_are_those_that_somebody_offers() throws Exception {
        lab.write("capabilities/c.json", TestLab.CAPABILITY.formatted("probe_c"));
        lab.facade.poll();
        assertEquals(
                2, lab.get("viewer", "/capabilities?currently_available=True").size());
        assertEquals(
                3, lab.get("viewer", "/capabilities?currently_available=off").size());
        JsonNode capability = lab.get("viewer", "/capabilities").get(0);
        assertEquals(
                StrictJson.read(TestLab.CAPABILITY.formatted("probe_a").replace('\'', '"'))
                        .path("json_schema_specifications"),
                capability.path("json_schema_specifications"));
        assertFalse(capability.has("is_active"));
        assertEquals(422, lab.status("viewer", "GET", "/capabilities?currently_available=", ""));
        assertEquals(422, lab.status("viewer", "GET", "/capabilities?currently_available=maybe", ""));
    }

    @Test
    void templates_are_made_of_the_schemas() throws Exception {
        JsonNode templates = lab.get("viewer", "/capabilities/templates?quantity=conductivity&method=probe_a");
        assertEquals(
                "{\"conductivity-probe_a\":{\"input_template\":{\"temperature\":\"required, float\",\"grade\":\"optional, str\"},"
                        + "\"output_template\":{\"value\":\"required, float\"}}}",
                templates.toString());
        assertEquals(
                "{}", lab.get("viewer", "/capabilities/templates?quantity=none").toString());
    }

    @Test
    void limitations_and_tenants_are_given_verbatim() throws Exception {
        assertEquals(
                "[{\"quantity\":\"conductivity\",\"method\":\"probe_a\",\"limitations\":[{\"temperature\":[{\"min\":250,\"max\":330}],"
                        + "\"grade\":[\"coarse\",\"fine\"]}]},{\"quantity\":\"conductivity\",\"method\":\"probe_b\",\"limitations\":[]}]",
                lab.get("viewer", "/limitations").toString());
        JsonNode tenant = lab.get("viewer", "/tenants/").get(0);
        assertEquals(TestLab.ONE.toString(), tenant.path("tenant_uuid").asString());
        assertEquals("cell-1", tenant.path("name").asString());
        assertEquals("A. Person", tenant.path("contact_person").asString());
        assertTrue(tenant.path("is_active").asBoolean());
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
    void clients_can_ask_for_what_the_lab_itself_offers() throws Exception {
        Capability eis = new Capability(
                "eis", List.of(Parameter.real("c", "mol/kg", 0, 2)), List.of(Parameter.real("k", "mS/cm")));
        Tenant own = () -> List.of(new Offer("ionic_conductivity", "eis", eis));
        lab.tenants.addTenant(own, Map.of("lab.id", "lab"));
        assertEquals(3, lab.get("viewer", "/capabilities").size());
        String body =
                "{'quantity': 'ionic_conductivity', 'methods': ['eis'], 'parameters': {'eis': {'c': 1.5}}, 'tenant_uuid': '"
                        + TestLab.ASKER + "'}";
        assertEquals(422, lab.status("asker", "POST", "/requests", body.replace("1.5", "3")));
        String id = lab.post("asker", "/requests", body);
        Request taken = lab.broker.pending("lab").get(0);
        assertEquals(Quantity.of(1.5, "mol/kg"), taken.inputs("eis").get("c"));
        lab.broker.reserve(taken.id(), "lab", Duration.ZERO);
        Values outputs = Values.of("k", Quantity.of(7.4, 0.2, "mS/cm"));
        lab.results.resolve(new Result(taken, "lab", "eis", outputs, List.of(), Instant.now()));
        JsonNode result = lab.get("asker", "/results_requested/" + id).path("result");
        assertEquals(7.4, result.at("/data/k").doubleValue());
        assertEquals(1.5, result.at("/parameters/eis/c").doubleValue());
        assertEquals(Registry.uuid("lab").toString(), result.path("tenant_uuid").asString());
    }

    @Test
    void a_tenant_of_finales_answers_what_a_campaign_of_the_lab_asks_for() throws Exception {
        Values inputs = Values.of("temperature", Quantity.of(25, "Cel"));
        lab.broker.submit(new Request("trial/7", "conductivity", List.of(), inputs, "campaign:x"));
        JsonNode seen = lab.get("lab1", "/pending_requests").get(0);
        assertEquals("[\"probe_a\",\"probe_b\"]", seen.at("/request/methods").toString());
        assertEquals(298.15, seen.at("/request/parameters/probe_a/temperature").doubleValue(), 1e-9);
        UUID uuid = UUID.fromString(seen.path("uuid").asString());
        assertEquals(200, lab.change("lab1", uuid.toString(), "reserved").statusCode());
        lab.post("lab1", "/results/", TestLab.result(uuid.toString(), TestLab.ONE, "1.5"));
        Result result = lab.results.history("trial/7").latest();
        assertEquals(1.5, result.outputs().quantity("value").value());
        assertEquals("resolved", lab.statusOf(uuid.toString()));
        assertEquals(
                uuid.toString(),
                lab.get("viewer", "/all_requests").at("/0/uuid").asString());
    }

    @Test
    void what_was_asked_and_measured_outlives_a_restart() throws Exception {
        String id = lab.ask();
        lab.change("lab1", id, "reserved");
        String done = lab.ask();
        lab.post("lab1", "/results", TestLab.result(done, TestLab.ONE, "1"));
        lab.broker.submit(new Request(
                "trial/8", "conductivity", List.of("probe_a"), Values.of("temperature", Quantity.of(300, "K")), "me"));
        String foreign = RequestIds.uuid("trial/8").toString();
        JsonNode before = lab.get("viewer", "/all_requests");
        lab = lab.restarted();
        assertEquals(before, lab.get("viewer", "/all_requests"));
        assertEquals("reserved", lab.statusOf(id));
        assertEquals("pending", lab.statusOf(foreign));
        assertEquals(1, lab.get("viewer", "/results_requested").size());
        lab.post("lab1", "/results", TestLab.result(id, TestLab.ONE, "1"));
    }

    @Test
    void without_its_file_nothing_is_served_and_nobody_published() throws Exception {
        assertEquals(4, lab.tenants.offers().size());
        Files.delete(folder.resolve("finales/finales.json"));
        lab.facade.poll();
        assertTrue(lab.facade.port().isEmpty());
        assertEquals(0, lab.tenants.offers().size());
    }
}
