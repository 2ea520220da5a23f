package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** FINALES before 2, with each of its defects put right. */
class FormerVersionTest {

    private static final String FOM =
            "{'values': [1.2], 'unit': 'g/cm3', 'dim': 1, 'name': 'density', 'origin': {'origin':"
                    + " 'experiment', 'what': 'density'}, 'internalReference': 'x', 'fail': false, 'message': '', 'rating': 1}";
    private static final String REQUEST =
            "{'formulation': {'chemicals': [{'smiles': 'CCO', 'name': 'EtOH'}], 'amounts': [{'value':"
                    + " 1.0, 'unit': 'mol'}], 'ratio_method': 'molal'}, 'temperature': {'value': 300, 'unit': 'K'}, 'pending': true,"
                    + " 'fom_data': [], 'kind': {'origin': 'experiment', 'what': 'density'}}";
    private static final String RESULT = REQUEST.replace("true", "false").replace("[],", "[" + FOM + "],");
    private static final String AT = "/api/broker/";

    @TempDir
    Path folder;

    private TestLab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new TestLab(folder, "{'port': 0, 'v1': true}");
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    private JsonNode post(String path, String body) throws Exception {
        HttpResponse<String> response = lab.send("lab1", "POST", AT + path, body);
        assertEquals(200, response.statusCode(), response.body());
        return StrictJson.read(response.body());
    }

    @Test
    void a_token_is_needed_and_not_any_text_will_do() throws Exception {
        assertEquals(401, lab.status("whatever", "GET", AT + "get/all_chemicals", ""));
        String form = "username=lab1&password=lab1";
        assertEquals(
                200,
                lab.send("", "POST", "/token", form, "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode());
        assertEquals(403, lab.status("viewer", "POST", AT + "post/chemical", "{'smiles': 'CCO', 'name': 'EtOH'}"));
    }

    @Test
    void chemicals_and_compounds_are_kept_by_what_they_are() throws Exception {
        String ethanol = "{'smiles': 'CCO', 'name': 'EtOH', 'reference': 'batch-7'}";
        String id = post("post/chemical", ethanol).path("id").asString();
        assertTrue(id.matches("[0-9a-f]{32}"));
        assertEquals(id, post("post/chemical", ethanol).path("id").asString());
        assertNotEquals(
                id, post("post/chemical", ethanol.replace("7", "8")).path("id").asString());
        String compound = "{'chemicals': [" + ethanol + "], 'amounts': [{'value': 1, 'unit': 'mol'}], 'name': 'c'}";
        String compoundId = post("post/compound", compound).path("id").asString();
        lab = lab.restarted();
        assertEquals(2, lab.get("lab1", AT + "get/all_chemicals").size());
        assertEquals(
                "batch-7",
                lab.get("lab1", AT + "get/all_chemicals")
                        .at("/" + id + "/reference")
                        .asString());
        assertEquals(
                "Mol",
                lab.get("lab1", AT + "get/all_compounds")
                        .at("/" + compoundId + "/amounts/0/unit")
                        .asString());
    }

    @Test
    void a_request_is_pending_until_its_result_is_there() throws Exception {
        String id = post("request/measurement", REQUEST).path("id").asString();
        JsonNode pending = lab.get("lab1", AT + "get/pending?fom_name=density");
        assertEquals("Mol", pending.at("/" + id + "/formulation/amounts/0/unit").asString());
        assertEquals(
                "", pending.at("/" + id + "/formulation/chemicals/0/reference").asString());
        assertEquals(0, lab.get("lab1", AT + "get/pending?fom_name=viscosity").size());
        assertTrue(lab.get("lab1", AT + "get/measurement?query_id=" + id)
                .path("pending")
                .asBoolean());
        JsonNode answer = post("post/measurement?request_id=" + id, RESULT);
        assertEquals(id, answer.path("id_request").asString());
        String measured = answer.path("id_measurement").asString();
        assertEquals(0, lab.get("lab1", AT + "get/pending?fom_name=density").size());
        assertFalse(lab.get("lab1", AT + "get/measurement?query_id=" + id)
                .path("pending")
                .asBoolean());
        assertEquals(
                1.2,
                lab.get("lab1", AT + "get/all_fom?fom_name=density&debug_mode=false")
                        .at("/" + measured + "/fom_data/0/values/0")
                        .doubleValue());
        assertEquals(
                -1,
                post("post/measurement?request_id=" + id, RESULT.replace("1.2", "1.3"))
                        .path("id")
                        .intValue());
    }

    @Test
    void a_result_may_come_unasked() throws Exception {
        String id = post("post/measurement", RESULT).path("id").asString();
        assertEquals(1, lab.get("lab1", AT + "get/all_fom?fom_name=density").size());
        assertEquals(
                "density",
                lab.get("lab1", AT + "get/measurement?query_id=" + id)
                        .at("/kind/what")
                        .asString());
    }

    @Test
    void logical_errors_have_the_id_minus_one_and_wrong_shapes_are_422() throws Exception {
        assertEquals(-1, post("request/measurement", RESULT).path("id").intValue());
        assertEquals(-1, post("post/measurement", REQUEST).path("id").intValue());
        assertEquals(
                -1,
                post("post/measurement?request_id=nonsense", RESULT).path("id").intValue());
        assertEquals(
                "nonsense",
                lab.get("lab1", AT + "get/measurement?query_id=nonsense")
                        .path("id")
                        .asString());
        for (String wrong : new String[] {
            REQUEST.replace("300", "-1"), REQUEST.replace("'K'", "'C'"), REQUEST.replace("'mol'", "'kg'"), "{}"
        }) {
            assertEquals(422, lab.status("lab1", "POST", AT + "request/measurement", wrong));
        }
        assertEquals(422, lab.status("lab1", "GET", AT + "get/pending", ""));
    }

    @Test
    void it_is_not_there_unless_the_settings_say_so() throws Exception {
        lab.write("finales.json", "{'port': 0}");
        lab.facade.poll();
        assertEquals(404, lab.status("lab1", "GET", AT + "get/all_chemicals", ""));
        assertEquals(2, lab.get("lab1", "/capabilities").size());
    }
}
