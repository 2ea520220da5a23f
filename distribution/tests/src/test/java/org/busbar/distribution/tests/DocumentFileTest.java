package org.busbar.distribution.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Tenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of sequences and campaigns come, change and go while the server runs. */
class DocumentFileTest {

    private static final String SEQUENCE = "sequences/conductivity.yaml";
    private static final String CAMPAIGN = "campaigns/electrolyte.yaml";

    private TestLab lab;
    private Server server;

    @BeforeEach
    void start() {
        lab = TestLab.create(2000, 2000).campaign(16, 2);
        server = Server.start(lab);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_malformed_campaign_is_named_with_line_and_column_and_mended_when_corrected() {
        lab.write(CAMPAIGN, "name: electrolyte\ntrials: [40\nparallel: 2\n");
        server.awaitFault(CAMPAIGN, "line 3", "column");
        lab.campaign(3, 1);
        Await.until(
                "it is mended",
                () -> server.lab().faults().isEmpty()
                        && !server.lab().plans().isEmpty()
                        && server.lab().plans().get(0).campaign().trials() == 3);
        lab.write(CAMPAIGN, "name: electrolyte\ntrials: many\n");
        server.awaitFault(CAMPAIGN, "line 2", "many");
    }

    @Test
    void a_sequence_malformed_while_a_campaign_runs_costs_no_trial() {
        String campaign = server.beginCampaign();
        server.awaitTrials(campaign, 3);
        lab.write(SEQUENCE, "name: conductivity\nsteps:\n  - id: mix\n   action: formulate\n");
        server.awaitFault(SEQUENCE, "line 4", "column");
        lab.sequence();
        Await.until("it is mended", () -> server.lab().faults().isEmpty());
        lab.requireEachTrialOnce(server.awaitCampaign(campaign), 16);
    }

    @Test
    void a_request_that_no_sequence_answers_is_taken_when_the_sequence_comes() {
        lab.delete(SEQUENCE);
        Await.until("the sequence is gone", () -> server.lab().procedures().isEmpty());
        // somebody else offers the same, but leaves it to others
        Capability any = new Capability(
                "ionic_conductivity",
                List.of(
                        Parameter.real("pc_share", "1", 0, 1),
                        Parameter.real("salt_molality", "mol/kg", 0, 2.5),
                        Parameter.real("temperature", "Cel", 0, 60)),
                List.of());
        Tenant other = () -> List.of(new Offer("ionic_conductivity", "impedance_spectroscopy", any));
        server.context()
                .registerService(
                        Tenant.class,
                        other,
                        new java.util.Hashtable<String, Object>(java.util.Map.of("lab.id", "other")));
        Await.until("the other one offers", () -> server.tenants().offers().containsKey("other"));
        Values inputs = Values.of("pc_share", Quantity.of(0.5, "1"))
                .with("salt_molality", Quantity.of(1, "mol/kg"))
                .with("temperature", Quantity.of(20, "Cel"));
        server.broker().submit(new Request("early", "ionic_conductivity", List.of(), inputs, "test"));
        assertEquals(1, server.broker().open().size());
        lab.sequence();
        Await.until("it is answered", () -> server.broker()
                .ticket("early")
                .filter(ticket -> ticket.state() == Request.State.RESOLVED)
                .isPresent());
        assertTrue(lab.entries(TestLab.FORMULATORS, "end").size() == 1);
    }
}
