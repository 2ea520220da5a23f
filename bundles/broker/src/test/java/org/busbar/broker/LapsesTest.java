package org.busbar.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.busbar.api.broker.Price.Source;
import org.busbar.api.broker.Registration;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Ticket;
import org.busbar.api.broker.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LapsesTest {

    private static final Duration SHORT = Duration.ofMillis(60);

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        rig.tenant("lab", Rig.EIS);
        rig.tenant("cluster", Rig.by("md", Source.SIMULATION, 1, 0.3));
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private Ticket ticket() {
        return rig.broker.ticket("r").orElseThrow();
    }

    private void taken(String method, String tenant, Duration lease) {
        rig.broker.submit(Rig.request("r", Wish.NONE, method));
        assertTrue(rig.broker.reserve("r", tenant, lease));
    }

    @Test
    void what_was_reserved_and_not_begun_goes_back() throws Exception {
        taken("eis", "lab", SHORT);
        assertTrue(ticket().leaseEnd().isPresent());
        Rig.await(() -> rig.state("r") == Request.State.PENDING, "is not given back");
        assertTrue(ticket().reason().contains("lab was not heard of within its lease"), ticket().reason());
    }

    @Test
    void a_tenant_that_is_heard_of_keeps_it() throws Exception {
        taken("eis", "lab", Duration.ofMillis(500));
        for (int i = 0; i < 20; i++) {
            Thread.sleep(50);
            rig.broker.renew("r", "lab");
        }
        assertEquals(Request.State.RESERVED, rig.state("r"));
    }

    @Test
    void a_simulation_that_fell_silent_is_open_for_others() throws Exception {
        taken("md", "cluster", SHORT);
        rig.broker.begin("r", "cluster");
        Rig.await(() -> rig.state("r") == Request.State.PENDING, "is not given back");
    }

    @Test
    void of_an_experiment_that_fell_silent_a_person_is_asked() throws Exception {
        taken("eis", "lab", SHORT);
        rig.broker.begin("r", "lab");
        Rig.await(() -> ticket().inQuestion(), "nobody is asked");
        assertEquals(Request.State.RUNNING, rig.state("r"));
        assertFalse(rig.broker.reserve("r", "cluster", Duration.ZERO));
        rig.broker.settle("r", true, "anna", "it never moved");
        assertEquals(Request.State.PENDING, rig.state("r"));
        assertThrows(IllegalStateException.class, () -> rig.broker.settle("r", true, "anna", ""));
    }

    @Test
    void one_in_question_may_be_failed_and_may_still_be_answered() throws Exception {
        taken("eis", "lab", SHORT);
        rig.broker.begin("r", "lab");
        Rig.await(() -> ticket().inQuestion(), "nobody is asked");
        rig = rig.restarted();
        rig.tenant("lab", Rig.EIS);
        assertTrue(ticket().inQuestion());
        rig.results.resolve(rig.result("r", "lab"));
        assertEquals(Request.State.RESOLVED, rig.state("r"));
    }

    @Test
    void a_lease_begins_anew_with_the_server() throws Exception {
        taken("eis", "lab", Duration.ofSeconds(2));
        rig = rig.restarted();
        rig.tenant("lab", Rig.EIS);
        assertEquals(Request.State.RESERVED, rig.state("r"));
        assertTrue(ticket().leaseEnd().orElseThrow().isAfter(Instant.now().plusMillis(1000)));
    }

    @Test
    void a_deadline_ends_what_nobody_has_begun_and_marks_the_rest_as_late() throws Exception {
        Wish soon = new Wish(
                0, Optional.of(Instant.now().plusMillis(300)), Wish.NONE.budget(), Wish.NONE.uncertainty(), "");
        rig.broker.submit(Rig.request("r", soon, "eis"));
        rig.broker.submit(Rig.request("begun", soon, "eis"));
        rig.broker.reserve("begun", "lab", Duration.ZERO);
        rig.broker.begin("begun", "lab");
        Rig.await(() -> rig.state("r") == Request.State.EXPIRED, "does not expire");
        Rig.await(() -> rig.broker.ticket("begun").orElseThrow().late(), "is not late");
        rig.results.resolve(rig.result("begun", "lab"));
        assertTrue(rig.broker.ticket("begun").orElseThrow().late());
        assertThrows(IllegalArgumentException.class, () -> rig.broker.submit(Rig.request("later", soon, "eis")));
    }

    @Test
    void what_a_tenant_had_that_was_let_go_is_open_for_others() throws Exception {
        rig.tenants.register(new Registration("far", "", List.of(Rig.EIS), Duration.ZERO), "me");
        taken("eis", "far", Duration.ZERO);
        rig.tenants.retire("far", "me", "moved away");
        Rig.await(() -> rig.state("r") == Request.State.PENDING, "is not given back");
    }
}
