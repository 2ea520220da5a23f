package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.broker.Ticket;
import org.busbar.api.event.LabEvent;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What keeps unmodified clients working where the lab is stricter than the original. */
class MitigationsTest {

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
    void the_loser_of_a_reservation_cannot_give_back_what_it_has_not() throws Exception {
        String id = lab.ask();
        assertEquals(200, lab.change("lab1", id, "reserved").statusCode());
        assertEquals(409, lab.change("lab2", id, "reserved").statusCode());
        assertEquals(409, lab.change("lab2", id, "pending").statusCode());
        assertEquals(TestLab.ONE.toString(), lab.broker.ticket(id).orElseThrow().tenant());
    }

    @Test
    void a_reservation_does_not_expire_by_default() throws Exception {
        String id = lab.ask();
        lab.change("lab1", id, "reserved");
        assertEquals(Optional.empty(), lab.broker.ticket(id).orElseThrow().leaseEnd());
    }

    @Test
    void calls_of_the_owner_renew_a_lease_that_was_set_for_the_capability_however_often_they_come() throws Exception {
        lab.write("finales.json", "{'port': 0, 'lease_s_of': {'conductivity/probe_a': 1}}");
        lab.facade.poll();
        String id = lab.ask();
        lab.change("lab1", id, "reserved");
        Instant first = lab.broker.ticket(id).orElseThrow().leaseEnd().orElseThrow();
        TestLab.await(() -> {
            assertEquals(200, assertDoesNotThrow(() -> lab.status("lab1", "GET", "/tenants", "")));
            return lab.broker
                    .ticket(id)
                    .flatMap(Ticket::leaseEnd)
                    .filter(first::isBefore)
                    .isPresent();
        });
    }

    @Test
    void an_owner_that_is_silent_for_long_is_reported_once() throws Exception {
        lab.write("finales.json", "{'port': 0, 'silence_s': 1}");
        lab.facade.poll();
        String id = lab.ask();
        lab.change("lab1", id, "reserved");
        lab.facade.watch();
        assertEquals(0, faults());
        TestLab.await(() -> {
            lab.facade.watch();
            return faults() == 1;
        });
        lab.facade.watch();
        assertEquals(1, faults());
    }

    private long faults() {
        return lab.journal.of(Set.of(LabEvent.Faulted.class)).count();
    }

    @Test
    void a_tenant_may_reserve_again_and_another_process_of_it_may_answer() throws Exception {
        lab.doorkeeper.put(new Caller("lab1b", Set.of(Role.TENANT), Set.of(TestLab.ONE.toString())));
        String id = lab.ask();
        assertEquals(200, lab.change("lab1", id, "reserved").statusCode());
        assertEquals(200, lab.change("lab1", id, "reserved").statusCode());
        lab.post("lab1b", "/results/", TestLab.result(id, TestLab.ONE, "1"));
    }

    @Test
    void a_result_for_a_pending_request_counts_as_reserving_it_too() throws Exception {
        lab.post("lab1", "/results/", TestLab.result(lab.ask(), TestLab.ONE, "1"));
    }

    @Test
    void a_booking_that_names_the_requester_is_kept_as_of_its_poster() throws Exception {
        String id = lab.ask();
        lab.post("lab1", "/results/", TestLab.result(id, TestLab.ASKER, "1"));
        JsonNode result = lab.get("viewer", "/results_requested/" + id);
        assertEquals(TestLab.ONE.toString(), result.at("/result/tenant_uuid").asString());
        assertTrue(lab.doorkeeper.audit.toString().contains(TestLab.ASKER.toString()));
        String other = lab.ask();
        lab.doorkeeper.put(
                new Caller("both", Set.of(Role.TENANT), Set.of(TestLab.ONE.toString(), TestLab.TWO.toString())));
        assertEquals(403, lab.status("both", "POST", "/results/", TestLab.result(other, TestLab.ASKER, "1")));
    }

    @Test
    void a_refused_result_is_kept_and_can_be_accepted_by_an_operator() throws Exception {
        String id = lab.ask();
        lab.change("lab1", id, "reserved");
        String body = TestLab.result(id, TestLab.ONE, "'lost?'");
        HttpResponse<String> refused = lab.send("lab1", "POST", "/results/", body);
        assertEquals(422, refused.statusCode());
        assertEquals(422, lab.status("lab1", "POST", "/results/", body));
        assertEquals(403, lab.status("lab1", "GET", "/quarantine", ""));
        lab = lab.restarted();
        JsonNode kept = lab.get("operator", "/quarantine");
        assertEquals(1, kept.size());
        assertEquals(
                "[\"body\",\"data\",\"value\"]", kept.at("/0/violations/0/loc").toString());
        String accept = "/quarantine/" + kept.at("/0/id").asString() + "/accept";
        assertEquals(403, lab.status("lab1", "POST", accept, ""));
        String result = lab.post("operator", accept, "");
        JsonNode info = lab.get("viewer", "/results/" + result).path("result");
        assertEquals("lost?", info.at("/data/value").asString());
        assertEquals(TestLab.ONE.toString(), info.path("tenant_uuid").asString());
        assertEquals(0, lab.get("operator", "/quarantine").size());
        assertEquals(404, lab.status("operator", "POST", accept, ""));
    }

    @Test
    void results_that_do_not_fit_can_be_flagged_per_capability() throws Exception {
        lab.write("finales.json", "{'port': 0, 'results_of': {'conductivity/probe_a': 'flag'}}");
        lab.facade.poll();
        String id = lab.ask();
        String result = lab.post("lab1", "/results/", TestLab.result(id, TestLab.ONE, "'True'"));
        assertEquals(
                "True",
                lab.get("viewer", "/results/" + result).at("/result/data/value").asString());
        assertTrue(lab.journal.of(Quarantine.SUBJECT).toString().contains("flagged"));
    }

    @Test
    void a_tenant_can_be_bound_by_its_name() throws Exception {
        lab.doorkeeper.put(new Caller("named", Set.of(Role.TENANT), Set.of("cell-1")));
        assertEquals(200, lab.change("named", lab.ask(), "reserved").statusCode());
    }

    @Test
    void bad_settings_change_nothing_and_are_reported_once() throws Exception {
        int port = lab.facade.port().orElseThrow();
        for (String bad : List.of("{'port': 'x'}", "{'prot': 1}", "{'results': 'maybe'}", "[]", "{")) {
            lab.write("finales.json", bad);
            long before = faults();
            lab.facade.poll();
            lab.facade.poll();
            assertEquals(before + 1, faults());
            assertEquals(port, lab.facade.port().orElseThrow());
        }
    }

    @Test
    void a_request_shown_to_one_tenant_is_kept_from_others_that_can_do_it_for_a_while() throws Exception {
        lab.ask();
        assertEquals(1, lab.get("lab1", "/pending_requests").size());
        assertEquals(1, lab.get("lab2", "/pending_requests").size(), "not unless it is set");
        lab.write("finales.json", "{'port': 0, 'offer_window_s': 3600}");
        lab.facade.poll();
        assertEquals(1, lab.get("lab1", "/pending_requests").size());
        assertEquals(1, lab.get("lab1", "/pending_requests").size());
        assertEquals(0, lab.get("lab2", "/pending_requests").size());
        assertEquals(1, lab.get("asker", "/pending_requests").size(), "who cannot do it looks on");
        String other = lab.post("asker", "/requests/", TestLab.request(298).replace("probe_a", "probe_b"));
        assertEquals(2, lab.get("lab1", "/pending_requests").size());
        assertEquals(other, lab.get("lab2", "/pending_requests").at("/0/uuid").asString(), "which lab1 cannot do");
    }

    @Test
    void data_nobody_asked_for_stay_so_whatever_request_they_name() throws Exception {
        String id = lab.ask();
        String body = TestLab.result(id, TestLab.ONE, "'x'");
        assertEquals(422, lab.status("lab1", "POST", "/results/post_unsolicited_result", body));
        String kept = lab.get("operator", "/quarantine").at("/0/id").asString();
        lab.post("operator", "/quarantine/" + kept + "/accept", "");
        assertEquals("pending", lab.statusOf(id));
        assertEquals(1, lab.get("viewer", "/results_requested").size());
    }
}
