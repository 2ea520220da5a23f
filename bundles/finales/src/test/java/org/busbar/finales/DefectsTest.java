package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.broker.Request;
import org.busbar.api.event.LabEvent;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every defect of the original that concerns this interface, by its number, with the behaviour required here. */
class DefectsTest {

    private static final String BOTH =
            "{'quantity': 'conductivity', 'methods': ['probe_b', 'probe_a'], 'parameters': {'probe_a':"
                    + " {'temperature': 298}, 'probe_b': {'temperature': 299}}, 'tenant_uuid': '" + TestLab.ASKER
                    + "'}";

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

    private JsonNode detail(int status, String user, String path, String body) throws Exception {
        HttpResponse<String> response = lab.send(user, "POST", path, body);
        assertEquals(status, response.statusCode(), response.body());
        return StrictJson.read(response.body()).path("detail");
    }

    @Test
    void d01_a_request_with_two_methods_works_and_any_of_them_may_answer() throws Exception {
        String id = lab.post("asker", "/requests/", BOTH);
        JsonNode request = lab.get("viewer", "/requests/" + id).path("request");
        assertEquals("[\"probe_b\",\"probe_a\"]", request.path("methods").toString());
        assertEquals(299, request.at("/parameters/probe_b/temperature").intValue());
        assertEquals(298, request.at("/parameters/probe_a/temperature").intValue());
        assertEquals(1, lab.get("viewer", "/pending_requests?method=probe_a").size());
        assertEquals(200, lab.change("lab1", id, "reserved").statusCode());
        lab.post("lab1", "/results/", TestLab.result(id, TestLab.ONE, "1"));
    }

    @Test
    void d02_parameters_that_do_not_fit_the_schema_are_422_with_their_places() throws Exception {
        String wrong = TestLab.request(298).replace("298.0", "'hot'").replace("'fine'", "3");
        JsonNode detail = detail(422, "asker", "/requests/", wrong);
        assertEquals(2, detail.size());
        assertEquals(
                "[\"body\",\"parameters\",\"probe_a\",\"temperature\"]",
                detail.at("/0/loc").toString());
        String id = lab.ask();
        String result = TestLab.result(id, TestLab.ONE, "1").replace("297.8", "'hot'");
        assertEquals(
                "[\"body\",\"parameters\",\"probe_a\",\"temperature\"]",
                detail(422, "lab1", "/results/", result).at("/0/loc").toString());
    }

    @Test
    void d03_a_malformed_tenant_is_422_and_an_unknown_one_403() throws Exception {
        String asker = TestLab.ASKER.toString();
        assertEquals(
                422,
                lab.status("asker", "POST", "/requests/", TestLab.request(1).replace(asker, "")));
        assertEquals(
                422,
                lab.status("asker", "POST", "/requests/", TestLab.request(1).replace(asker, "x")));
        String unknown = TestLab.request(298).replace(asker, "11111111-1111-4111-8111-111111111111");
        assertEquals(403, lab.status("asker", "POST", "/requests/", unknown));
        assertEquals(403, lab.status("admin", "POST", "/requests/", unknown));
        assertEquals(
                200,
                lab.status("asker", "POST", "/requests/", TestLab.request(298).replace(asker, asker.replace("-", ""))));
    }

    @Test
    void d04_a_result_with_the_parameters_of_another_method_is_422() throws Exception {
        String body = TestLab.result(lab.ask(), TestLab.ONE, "1").replace("{'probe_a'", "{'probe_b'");
        assertEquals(
                "[\"body\",\"parameters\",\"probe_b\"]",
                detail(422, "lab1", "/results/", body).at("/0/loc").toString());
        String two = TestLab.result(lab.ask(), TestLab.ONE, "1");
        assertEquals(
                400, lab.status("lab1", "POST", "/results/", two.replace("['probe_a']", "['probe_a', 'probe_b']")));
        assertEquals(400, lab.status("lab1", "POST", "/results/", two.replace("['probe_a']", "[]")));
        assertEquals(
                400, lab.status("lab1", "POST", "/results/", two.replace("{'probe_a'", "{'probe_b': {}, 'probe_a'")));
    }

    @Test
    void d05_no_method_or_one_twice_is_422_and_no_list_breaks() throws Exception {
        assertEquals(
                422,
                lab.status("asker", "POST", "/requests/", TestLab.request(298).replace("['probe_a']", "[]")));
        assertEquals(
                422,
                lab.status(
                        "asker",
                        "POST",
                        "/requests/",
                        TestLab.request(298).replace("['probe_a']", "['probe_a', 'probe_a']")));
        assertEquals(0, lab.get("viewer", "/all_requests/").size());
    }

    @Test
    void d06_nan_is_422_and_no_list_breaks() throws Exception {
        for (String number : List.of("NaN", "Infinity", "-Infinity", "1e999")) {
            assertEquals(
                    422,
                    lab.status(
                            "asker", "POST", "/requests/", TestLab.request(298).replace("298.0", number)));
            assertEquals(422, lab.status("lab1", "POST", "/results/", TestLab.result(lab.ask(), TestLab.ONE, number)));
        }
        assertEquals(4, lab.get("viewer", "/pending_requests/").size());
        assertEquals(0, lab.get("viewer", "/results_requested/").size());
    }

    @Test
    void d07_a_body_beyond_the_limit_is_413() throws Exception {
        String big = TestLab.request(298).replace("'fine'", "'" + "x".repeat(17 << 20) + "'");
        assertEquals(413, lab.status("asker", "POST", "/requests/", big));
        String tooDeep = "[".repeat(200) + "]".repeat(200);
        assertEquals(422, lab.status("asker", "POST", "/requests/", tooDeep));
    }

    @Test
    void d08_only_the_active_version_validates_and_old_records_keep_theirs() throws Exception {
        String old = lab.ask();
        JsonNode before = lab.get("viewer", "/requests/" + old);
        String next = TestLab.CAPABILITY
                .formatted("probe_a")
                .replace("'grade': {'type': 'string'}", "'grade': {'type': 'integer'}");
        lab.tenant("cell-1", "{'quantity': 'conductivity', 'method': 'probe_a', 'limitations': []}");
        lab.write("capabilities/a.json", next.replace("kelvin", "celsius"));
        lab.facade.poll();
        assertEquals(422, lab.status("asker", "POST", "/requests/", TestLab.request(298)));
        String id = lab.post("asker", "/requests/", TestLab.request(298).replace("'fine'", "3"));
        assertEquals(
                3,
                lab.get("viewer", "/requests/" + id)
                        .at("/request/parameters/probe_a/grade")
                        .intValue());
        assertEquals(before, lab.get("viewer", "/requests/" + old));
        lab.write("capabilities/a.json", next.replace("true}", "false}"));
        lab.facade.poll();
        assertEquals(400, lab.status("asker", "POST", "/requests/", TestLab.request(298)));
        assertEquals(
                1, lab.get("viewer", "/capabilities?currently_available=false").size());
        lab = lab.restarted();
        assertEquals(before, lab.get("viewer", "/requests/" + old));
    }

    @Test
    void d09_result_data_fit_their_schema_and_their_request() throws Exception {
        String id = lab.ask();
        assertEquals(
                "[\"body\",\"data\",\"value\"]",
                detail(422, "lab1", "/results/", TestLab.result(id, TestLab.ONE, "'x'"))
                        .at("/0/loc")
                        .toString());
        String other = TestLab.result(id, TestLab.TWO, "1").replace("probe_a", "probe_b");
        assertEquals(
                "[\"body\",\"method\",0]",
                detail(422, "lab2", "/results/", other).at("/0/loc").toString());
        assertEquals("pending", lab.statusOf(id));
    }

    @Test
    void d10_there_is_one_result_per_request_and_the_same_again_is_safe() throws Exception {
        String id = lab.ask();
        String result = TestLab.result(id, TestLab.ONE, "1");
        String first = lab.post("lab1", "/results/", result);
        assertEquals(first, lab.post("lab1", "/results/", result));
        assertEquals(409, lab.status("lab1", "POST", "/results/", TestLab.result(id, TestLab.ONE, "2")));
        assertEquals(409, lab.status("lab2", "POST", "/results/", TestLab.result(id, TestLab.TWO, "1")));
        String retracted = lab.ask();
        lab.change("asker", retracted, "retracted");
        assertEquals(409, lab.status("lab1", "POST", "/results/", TestLab.result(retracted, TestLab.ONE, "1")));
        assertEquals("retracted", lab.statusOf(retracted));
    }

    @Test
    void d11_a_request_outside_all_limitations_is_422_or_flagged() throws Exception {
        lab.tenant(
                "cell-2",
                "{'quantity': 'conductivity', 'method': 'probe_a', 'limitations': [{'temperature': [{'min': 500, 'max': 800}]}]}");
        lab.facade.poll();
        JsonNode detail = detail(422, "asker", "/requests/", TestLab.request(9999));
        assertEquals("limitation", detail.at("/0/type").asString());
        assertEquals(
                "[\"body\",\"parameters\",\"probe_a\",\"temperature\"]",
                detail.at("/0/loc").toString());
        assertEquals(200, lab.status("asker", "POST", "/requests/", TestLab.request(600)));
        lab.write("finales.json", "{'port': 0, 'limitations': 'flag'}");
        lab.facade.poll();
        assertEquals(200, lab.status("asker", "POST", "/requests/", TestLab.request(9999)));
    }

    @Test
    void d11_without_a_tenant_for_the_method_a_request_waits_unchecked() throws Exception {
        lab.write("capabilities/c.json", TestLab.CAPABILITY.formatted("probe_c"));
        lab.facade.poll();
        String id = lab.post("asker", "/requests/", TestLab.request(9999).replace("probe_a", "probe_c"));
        assertEquals("pending", lab.statusOf(id));
        assertEquals(403, lab.change("lab1", id, "reserved").statusCode());
        lab.tenant("cell-3", "{'quantity': 'conductivity', 'method': 'probe_c', 'limitations': []}");
        lab.doorkeeper.put(new Caller(
                "lab3",
                Set.of(Role.TENANT),
                Set.of(Identifiers.named("tenant", "cell-3").toString())));
        lab.facade.poll();
        assertEquals(200, lab.change("lab3", id, "reserved").statusCode());
    }

    @Test
    void d12_of_twenty_at_once_one_reserves() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(20);
        try {
            String id = lab.ask();
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String user = i % 2 == 0 ? "lab1" : "lab2";
                answers.add(
                        clients.submit(() -> lab.change(user, id, "reserved").statusCode()));
            }
            int won = 0;
            for (Future<Integer> answer : answers) {
                won += answer.get() == 200 ? 1 : 0;
                assertTrue(Set.of(200, 409).contains(answer.get()));
            }
            assertEquals(10, won, "all calls of one tenant, none of the other");
            String owner = lab.broker.ticket(id).orElseThrow().tenant();
            assertTrue(Set.of(TestLab.ONE.toString(), TestLab.TWO.toString()).contains(owner));
        } finally {
            clients.shutdown();
        }
    }

    @Test
    void d13_a_late_result_of_the_former_owner_is_taken_while_there_is_none() throws Exception {
        String id = lab.ask();
        lab.change("lab1", id, "reserved");
        lab.broker.release(id, TestLab.ONE.toString(), "its lease lapsed");
        assertEquals("pending", lab.statusOf(id));
        lab.change("lab2", id, "reserved");
        lab.post("lab1", "/results/", TestLab.result(id, TestLab.ONE, "1"));
        assertEquals(
                TestLab.ONE.toString(),
                lab.get("viewer", "/results_requested/" + id)
                        .at("/result/tenant_uuid")
                        .asString());
        assertEquals(409, lab.status("lab2", "POST", "/results/", TestLab.result(id, TestLab.TWO, "1")));
    }

    @Test
    void d12_a_result_of_a_tenant_that_never_had_the_request_is_409() throws Exception {
        String id = lab.ask();
        lab.change("lab1", id, "reserved");
        assertEquals(409, lab.status("lab2", "POST", "/results/", TestLab.result(id, TestLab.TWO, "1")));
        assertEquals(409, lab.status("lab2", "POST", "/results/", TestLab.result(id, TestLab.TWO, "'x'")));
        assertEquals(0, lab.get("operator", "/quarantine").size());
        assertEquals(TestLab.ONE.toString(), lab.broker.ticket(id).orElseThrow().tenant());
    }

    @Test
    void d13_a_lease_can_be_set() throws Exception {
        lab.write("finales.json", "{'port': 0, 'lease_s': 60}");
        lab.facade.poll();
        String id = lab.ask();
        lab.change("lab1", id, "reserved");
        assertTrue(lab.broker.ticket(id).orElseThrow().leaseEnd().isPresent());
    }

    @Test
    void d14_ends_are_final_and_changes_are_for_those_concerned() throws Exception {
        String resolved = lab.ask();
        lab.post("lab1", "/results/", TestLab.result(resolved, TestLab.ONE, "1"));
        for (String status : List.of("pending", "reserved", "retracted")) {
            assertEquals(409, lab.change("lab1", resolved, status).statusCode());
            assertEquals(
                    409,
                    lab.change("operator", resolved, status.replace("reserved", "pending"))
                            .statusCode());
        }
        String id = lab.ask();
        assertEquals(403, lab.change("lab1", id, "retracted").statusCode());
        assertEquals(200, lab.change("lab1", id, "pending").statusCode());
        lab.change("lab1", id, "reserved");
        assertEquals(409, lab.change("lab2", id, "pending").statusCode());
        assertEquals(409, lab.change("asker", id, "pending").statusCode());
        assertEquals(200, lab.change("lab1", id, "pending").statusCode());
        lab.change("lab1", id, "reserved");
        assertEquals(200, lab.change("operator", id, "pending").statusCode());
        assertEquals(200, lab.change("asker", id, "retracted").statusCode());
        assertEquals(200, lab.change("asker", id, "retracted").statusCode());
        assertEquals(409, lab.change("lab1", id, "reserved").statusCode());
        assertEquals(403, lab.change("lab1", id, "pending").statusCode());
    }

    @Test
    void d14_a_retracted_request_can_be_opened_again_by_its_requester() throws Exception {
        String id = lab.ask();
        JsonNode before = lab.get("viewer", "/requests/" + id);
        for (int i = 0; i < 2; i++) {
            assertEquals(200, lab.change("asker", id, "retracted").statusCode());
            assertEquals(200, lab.change("asker", id, "pending").statusCode());
            assertEquals(before, lab.get("viewer", "/requests/" + id));
        }
        assertEquals(before, lab.get("viewer", "/pending_requests").get(0));
        assertEquals(1, lab.get("viewer", "/all_requests").size());
        assertEquals(200, lab.change("lab1", id, "reserved").statusCode());
        String result = lab.post("lab1", "/results/", TestLab.result(id, TestLab.ONE, "1"));
        assertEquals(
                id,
                lab.get("viewer", "/results/" + result)
                        .at("/result/request_uuid")
                        .asString());
        assertEquals(
                "resolved", lab.get("viewer", "/all_requests").at("/0/status").asString());
    }

    @Test
    void d15_the_identifiers_of_a_status_change_agree() throws Exception {
        String id = lab.ask();
        String other = lab.ask();
        assertEquals(
                400,
                lab.status(
                        "lab1",
                        "POST",
                        "/requests/" + id + "/update_status?request_id=" + other + "&new_status=reserved",
                        ""));
        String result = lab.post("lab1", "/results", TestLab.result(id, TestLab.ONE, "1"));
        String path = "/results/" + result + "/update_status?new_status=amended";
        assertEquals(400, lab.status("lab1", "POST", path + "&result_id=" + other, ""));
        assertEquals(200, lab.status("lab1", "POST", path + "&request_id=" + result, ""));
        assertEquals(200, lab.status("lab1", "POST", path, ""));
    }

    @Test
    void d16_a_deleted_result_leaves_the_lists_and_can_still_be_read() throws Exception {
        String id = lab.ask();
        String result = lab.post("lab1", "/results", TestLab.result(id, TestLab.ONE, "1"));
        lab.post("lab1", "/results/" + result + "/update_status?new_status=deleted", "");
        assertEquals(0, lab.get("viewer", "/results_requested").size());
        assertEquals(
                "deleted",
                lab.get("viewer", "/results/" + result).path("status").asString());
    }

    @Test
    void d17_times_are_utc_and_never_change() throws Exception {
        String id = lab.ask();
        String made = lab.get("viewer", "/requests/" + id).path("ctime").asString();
        Instant time = LocalDateTime.parse(made).toInstant(ZoneOffset.UTC);
        assertTrue(Duration.between(time, Instant.now()).abs().toSeconds() < 60);
        lab.change("lab1", id, "reserved");
        String result = lab.post("lab1", "/results", TestLab.result(id, TestLab.ONE, "1"));
        assertEquals(made, lab.get("viewer", "/requests/" + id).path("ctime").asString());
        String measured = lab.get("viewer", "/results/" + result).path("ctime").asString();
        lab.post("lab1", "/results/" + result + "/update_status?new_status=amended", "");
        assertEquals(
                measured, lab.get("viewer", "/results/" + result).path("ctime").asString());
    }

    @Test
    void d19_a_user_speaks_for_its_own_tenants_only() throws Exception {
        assertEquals(403, lab.status("lab1", "POST", "/requests/", TestLab.request(298)));
        assertEquals(403, lab.status("viewer", "POST", "/requests/", TestLab.request(298)));
        String id = lab.ask();
        assertEquals(403, lab.change("viewer", id, "reserved").statusCode());
        assertEquals(403, lab.status("lab1", "POST", "/results/", TestLab.result(id, TestLab.TWO, "1")));
        assertEquals(403, lab.status("viewer", "POST", "/results/", TestLab.result(id, TestLab.ONE, "1")));
        assertEquals(
                403,
                lab.status("lab1", "POST", "/results/post_unsolicited_result", TestLab.result("", TestLab.TWO, "1")));
        assertTrue(lab.doorkeeper.audit.stream().anyMatch(line -> line.startsWith("lab1 was refused")));
        lab.doorkeeper.put(new Caller("nothing", Set.of(), Set.of()));
        assertEquals(403, lab.status("nothing", "GET", "/capabilities", ""));
    }

    @Test
    void d21_no_answer_has_a_hash() throws Exception {
        assertFalse(lab.send("lab1", "GET", "/test", "").body().contains("password"));
    }

    @Test
    void d22_an_unknown_user_and_a_wrong_password_look_alike() throws Exception {
        String path = "/user_management/authenticate";
        String[] form = {"Content-Type", "application/x-www-form-urlencoded"};
        HttpResponse<String> unknown = lab.send("", "POST", path, "username=nobody&password=x", form);
        HttpResponse<String> wrong = lab.send("", "POST", path, "username=lab1&password=x", form);
        assertEquals(401, unknown.statusCode());
        assertEquals(unknown.statusCode(), wrong.statusCode());
        assertEquals(unknown.body(), wrong.body());
    }

    @Test
    void d25_the_key_of_a_dump_is_never_echoed() throws Exception {
        assertFalse(
                lab.send("admin", "GET", "/database_dump/guess-1234", "").body().contains("guess-1234"));
    }

    @Test
    void d28_a_thousand_pending_requests_are_listed_within_milliseconds() throws Exception {
        for (int i = 0; i < 1000; i++) {
            lab.broker.submit(new Request(
                    UUID.randomUUID().toString(),
                    "conductivity",
                    List.of("probe_a"),
                    Values.of("temperature", Quantity.of(298, "K")),
                    "finales:" + TestLab.ASKER));
        }
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 50; i++) {
            long start = System.nanoTime();
            assertEquals(200, lab.status("lab1", "GET", "/pending_requests/", ""));
            best = Math.min(best, System.nanoTime() - start);
        }
        assertTrue(best < 100_000_000, "the best of 50 polls took " + best / 1e6 + " ms");
    }

    @Test
    void d29_a_list_can_be_had_in_parts_and_compressed() throws Exception {
        for (int i = 0; i < 20; i++) {
            lab.ask();
        }
        HttpResponse<String> zipped = lab.send("lab1", "GET", "/pending_requests", "", "Accept-Encoding", "gzip");
        assertEquals("gzip", zipped.headers().firstValue("Content-Encoding").orElse(""));
        assertEquals(20, lab.get("lab1", "/pending_requests").size());
        assertEquals(5, lab.get("lab1", "/pending_requests?limit=5").size());
    }

    @Test
    void d30_availability_goes_by_quantity_and_method() throws Exception {
        lab.write("capabilities/d.json", TestLab.CAPABILITY.formatted("probe_a").replace("conductivity", "density"));
        lab.facade.poll();
        List<String> offered = lab.get("viewer", "/capabilities")
                .valueStream()
                .map(one -> one.path("quantity").asString() + "/"
                        + one.path("method").asString())
                .toList();
        assertEquals(List.of("conductivity/probe_a", "conductivity/probe_b"), offered);
    }

    @Test
    void d31_no_legal_schema_breaks_the_templates() throws Exception {
        lab.write(
                "capabilities/odd.json",
                "{'quantity': 'odd', 'method': 'odd', 'json_schema_specifications': {'type': 'object',"
                        + " 'properties': {'a': {'type': 'array'}, 'b': {'type': ['number', 'null']}, 'c': {'anyOf': [{'type': 'string'}]},"
                        + " 'd': {'type': 'array', 'items': {'type': 'object'}}}}, 'json_schema_result_output': {}}");
        lab.facade.poll();
        assertEquals(
                4,
                lab.get("viewer", "/capabilities/templates?quantity=odd&currently_available=false")
                        .at("/odd-odd/input_template")
                        .size());
    }

    @Test
    void d35_every_change_is_in_the_journal_when_it_is_acknowledged() throws Exception {
        long before = lab.journal.last();
        String id = lab.ask();
        assertTrue(lab.journal.of(id).get(0).event() instanceof LabEvent.Requested);
        lab.change("lab1", id, "reserved");
        lab.post("lab1", "/results", TestLab.result(id, TestLab.ONE, "1"));
        assertNotEquals(before, lab.journal.last());
        assertEquals(3, lab.journal.of(id).size());
    }
}
