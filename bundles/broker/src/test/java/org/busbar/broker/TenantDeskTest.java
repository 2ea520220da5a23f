package org.busbar.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.busbar.api.Parameter;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Price;
import org.busbar.api.broker.Registration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantDeskTest {

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        rig.tenant("lab", Rig.EIS);
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private static Registration far(Offer... offers) {
        return new Registration("far", "anna", List.of(offers), Duration.ofSeconds(30));
    }

    private String refused(Registration registration) {
        long before = rig.journal.last();
        String message = assertThrows(IllegalArgumentException.class, () -> rig.tenants.register(registration, "me"))
                .getMessage();
        assertEquals(before, rig.journal.last());
        return message;
    }

    @Test
    void a_registered_tenant_offers_until_it_is_let_go_also_after_a_restart() throws Exception {
        rig.tenants.register(far(Rig.EIS), "me");
        rig = rig.restarted();
        assertEquals(Set.of("far"), rig.tenants.offers().keySet());
        assertTrue(rig.tenants.retire("far", "me", ""));
        assertFalse(rig.tenants.retire("far", "me", ""));
        rig = rig.restarted();
        assertEquals(Set.of(), rig.tenants.offers().keySet());
        rig.tenants.register(far(Rig.EIS), "me");
        rig = rig.restarted();
        assertEquals(Set.of("far"), rig.tenants.offers().keySet());
    }

    @Test
    void a_tenant_may_change_what_it_offers() {
        rig.tenants.register(far(Rig.EIS), "me");
        Offer other = Rig.by("md", Price.Source.SIMULATION, 1, 0.1);
        rig.tenants.register(far(other), "me");
        assertEquals(List.of(other), rig.tenants.offers().get("far"));
        assertEquals(1, rig.tenants.registered().size());
    }

    @Test
    void it_is_known_when_a_tenant_was_heard_of() throws Exception {
        rig.tenants.register(far(Rig.EIS), "me");
        assertTrue(rig.tenants.registered().get(0).heard().isPresent());
        rig = rig.restarted();
        assertTrue(rig.tenants.registered().get(0).heard().isEmpty());
        rig.tenants.hear("far");
        assertTrue(rig.tenants.registered().get(0).heard().isPresent());
    }

    @Test
    void nobody_takes_the_id_of_a_tenant_within_the_server() {
        String message = refused(new Registration("lab", "", List.of(Rig.EIS), Duration.ZERO));
        assertTrue(message.contains("'lab'"), message);
    }

    @Test
    void what_makes_no_sense_is_refused_and_nothing_is_kept() {
        assertTrue(refused(far()).contains("at least one"));
        assertTrue(refused(far(Rig.EIS, Rig.EIS)).contains("offered twice"));
        assertTrue(refused(new Registration("a b", "", List.of(Rig.EIS), Duration.ZERO))
                .contains("'a b'"));
        assertTrue(refused(new Registration("far", "", List.of(Rig.EIS), Duration.ofSeconds(-1)))
                .contains("lease"));
        List<Parameter> unknown = List.of(Parameter.real("x", "K"));
        List<Parameter> kelvin = List.of(Parameter.real("c", "K"));
        assertTrue(refused(far(limited(unknown))).contains("there is no input x, only [c]"));
        assertTrue(refused(far(limited(kelvin))).contains("c limits another kind"));
    }

    private static Offer limited(List<Parameter> region) {
        return new Offer("ionic_conductivity", "eis", Rig.CAPABILITY, List.of(region), Price.UNKNOWN);
    }
}
