package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Defects of the original in what it takes in, by their numbers, with the behaviour required here. */
class DefectsOfDocumentsTest {

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
        JsonNode detail = lab.detail(422, "asker", "/requests/", wrong);
        assertEquals(2, detail.size());
        assertEquals(
                "[\"body\",\"parameters\",\"probe_a\",\"temperature\"]",
                detail.at("/0/loc").toString());
        String id = lab.ask();
        String result = TestLab.result(id, TestLab.ONE, "1").replace("297.8", "'hot'");
        assertEquals(
                "[\"body\",\"parameters\",\"probe_a\",\"temperature\"]",
                lab.detail(422, "lab1", "/results/", result).at("/0/loc").toString());
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
                lab.detail(422, "lab1", "/results/", body).at("/0/loc").toString());
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
                lab.detail(422, "lab1", "/results/", TestLab.result(id, TestLab.ONE, "'x'"))
                        .at("/0/loc")
                        .toString());
        String other = TestLab.result(id, TestLab.TWO, "1").replace("probe_a", "probe_b");
        assertEquals(
                "[\"body\",\"method\",0]",
                lab.detail(422, "lab2", "/results/", other).at("/0/loc").toString());
        assertEquals("pending", lab.statusOf(id));
    }

    @Test
    void d11_a_request_outside_all_limitations_is_422_or_flagged() throws Exception {
        lab.tenant(
                "cell-2",
                "{'quantity': 'conductivity', 'method': 'probe_a', 'limitations': [{'temperature': [{'min': 500, 'max': 800}]}]}");
        lab.facade.poll();
        JsonNode detail = lab.detail(422, "asker", "/requests/", TestLab.request(9999));
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
}
