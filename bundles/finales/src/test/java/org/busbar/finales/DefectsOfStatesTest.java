package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.busbar.api.event.LabEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Defects of the original in how requests and results come to their ends, by their numbers, with the behaviour required here. */
class DefectsOfStatesTest {

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
    void d35_every_change_is_in_the_journal_when_it_is_acknowledged() throws Exception {
        long before = lab.journal.last();
        String id = lab.ask();
        assertTrue(lab.journal.of(id).get(0).event() instanceof LabEvent.Requested);
        lab.change("lab1", id, "reserved");
        lab.post("lab1", "/results", TestLab.result(id, TestLab.ONE, "1"));
        assertNotEquals(before, lab.journal.last());
        assertEquals(3, lab.journal.of(id).size());
    }

    @Test
    void d14_an_operator_may_hand_in_the_result_of_the_owner() throws Exception {
        String id = lab.ask();
        assertEquals(403, lab.status("operator", "POST", "/results/", TestLab.result(id, TestLab.ONE, "1")));
        lab.change("lab1", id, "reserved");
        assertEquals(403, lab.status("operator", "POST", "/results/", TestLab.result(id, TestLab.TWO, "1")));
        lab.post("operator", "/results/", TestLab.result(id, TestLab.ONE, "1"));
        assertEquals("resolved", lab.statusOf(id));
        assertTrue(lab.doorkeeper.audit.toString().contains("operator posted the result"));
    }
}
