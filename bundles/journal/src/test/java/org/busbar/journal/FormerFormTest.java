package org.busbar.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Registration;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Grounds;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.Step;
import org.busbar.api.optimize.Space;
import org.busbar.blobs.BlobFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events as the version before wrote them, taken from a journal of the electrolyte example. */
class FormerFormTest {

    @TempDir
    Path folder;

    private static List<String> former() throws Exception {
        try (InputStream in = FormerFormTest.class.getResourceAsStream("former-events.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private EventJson json() throws IOException {
        return new EventJson(new SeriesFiles(new BlobFolder(folder, "test")));
    }

    @Test
    void a_journal_of_the_version_before_can_be_read() throws Exception {
        EventJson json = json();
        Set<String> kinds = former().stream()
                .map(line -> json.read(line).getClass().getSimpleName())
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "CampaignBegun",
                        "CampaignEnded",
                        "OptimizerSwapped",
                        "Requested",
                        "Reserved",
                        "Resolved",
                        "RunBegun",
                        "RunEnded",
                        "StepBegun",
                        "StepEnded",
                        "TrialSuggested",
                        "Vanished"),
                kinds);
    }

    @Test
    void what_was_added_since_says_what_was_meant_then() throws Exception {
        EventJson json = json();
        LabEvent.RunBegun begun = former().stream()
                .map(json::read)
                .filter(LabEvent.RunBegun.class::isInstance)
                .map(LabEvent.RunBegun.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(0, begun.begun().priority());
        Step.Act act = (Step.Act) begun.begun().sequence().steps().get(0);
        assertEquals(Recovery.FAIL, act.terms().recovery());
        assertTrue(begun.begun().sequence().cleanup().isEmpty());
    }

    private <T extends LabEvent> List<T> former(EventJson json, Class<T> kind) throws Exception {
        return former().stream()
                .map(json::read)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Test
    void a_campaign_of_then_had_no_settings_history_limits_or_scales() throws Exception {
        EventJson json = json();
        Campaign campaign = former(json, LabEvent.CampaignBegun.class).get(0).begun();
        assertTrue(campaign.settings().isEmpty() && campaign.history().isEmpty());
        assertTrue(campaign.problem().limits().isEmpty()
                && campaign.problem().fidelity().isEmpty());
        Space space = campaign.problem().space();
        assertEquals(new Space(space.parameters(), space.candidates()), space);
        assertEquals(
                List.of(Values.none()),
                campaign.swaps().stream().map(Campaign.Swap::settings).toList());
        assertEquals(
                Values.none(),
                former(json, LabEvent.OptimizerSwapped.class).get(0).settings());
    }

    @Test
    void of_a_trial_of_then_no_grounds_are_known() throws Exception {
        EventJson json = json();
        assertEquals(
                Grounds.UNKNOWN,
                former(json, LabEvent.TrialSuggested.class).get(0).grounds());
    }

    @Test
    void an_offer_of_then_had_no_defaults() throws Exception {
        EventJson json = json();
        Capability capability = new Capability("k", List.of(Parameter.real("x", "1", 0, 1)), List.of());
        LabEvent now = new LabEvent.Registered(
                Instant.EPOCH,
                new Registration("t", "", List.of(new Offer("k", "eis", capability)), Duration.ZERO),
                "me");
        String then = json.write(now).replace(",\"defaults\":{}", "");
        assertNotEquals(json.write(now), then);
        assertEquals(now, json.read(then));
    }

    @Test
    void what_is_no_event_is_refused_as_before() throws Exception {
        EventJson json = json();
        assertThrows(IllegalArgumentException.class, () -> json.read("{\"type\":\"StepBegun\",\"run\":\"r\"}"));
    }
}
