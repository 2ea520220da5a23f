package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every operation with requests and results, with its statuses and shapes. */
class ContractOfRequestsTest {

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
}
