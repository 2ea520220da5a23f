package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.busbar.api.campaign.Campaign;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CampaignsTest {

    private final Api api = new Api();

    @Test
    void a_verb_a_campaign_cannot_follow_is_a_conflict_with_its_words() {
        api.post("/api/v1/campaigns", "{\"plan\": \"salt\"}");
        Response.Document refused = api.post("/api/v1/campaigns/c1/pause", "");
        assertEquals(409, refused.status());
        assertTrue(refused.text().contains("can only be stopped"), refused.text());
    }

    @Test
    void a_plan_begins_as_it_is_or_changed() {
        Response.Document answer = api.post("/api/v1/campaigns", "{\"plan\": \"salt\"}");
        assertEquals(201, answer.status());
        assertEquals("/api/v1/campaigns/c1", answer.headers().get("Location"));
        assertEquals(FakeCampaigns.plan("salt"), api.campaigns.begun.get("c1"));
        api.post("/api/v1/campaigns", "{\"plan\": \"salt\", \"seed\": 9, \"trials\": 5, \"parallel\": 1}");
        Campaign changed = api.campaigns.begun.get("c2");
        assertEquals(9, changed.seed());
        assertEquals(5, changed.trials());
        JsonNode list = Api.json(api.get("/api/v1/campaigns"));
        assertEquals("c2", list.get(0).get("id").stringValue());
        assertEquals(40, list.get(1).get("trials").intValue());
    }

    @Test
    void a_campaign_that_has_ended_cannot_be_swapped() {
        api.post("/api/v1/campaigns", "{\"plan\": \"salt\"}");
        String swap = "/api/v1/campaigns/c1/swap";
        JsonNode swapped = Api.json(api.post(swap, "{\"optimizer\": \"forest\", \"by\": \"me\"}"));
        assertEquals("forest", swapped.get("optimizer").stringValue());
        assertEquals(200, api.post("/api/v1/campaigns/c1/stop", "").status());
        assertEquals(409, api.post(swap, "{\"optimizer\": \"forest\"}").status());
    }

    @Test
    void a_study_is_made_once_and_goes_into_the_report() throws Exception {
        api.post("/api/v1/campaigns", "{\"plan\": \"salt\"}");
        String study = "/api/v1/campaigns/c1/study";
        assertEquals("NONE", Api.json(api.get(study)).get("state").stringValue());
        assertEquals("<p>c1 alone", api.get("/api/v1/campaigns/c1/report").text());
        assertEquals(202, api.post(study, "").status());
        while (!Api.json(api.get(study)).get("state").stringValue().equals("DONE")) {
            Thread.sleep(5);
        }
        assertEquals(200, api.post(study, "").status());
        assertEquals(1, api.campaigns.studied.size());
        JsonNode done = Api.json(api.get(study));
        assertEquals(50, done.get("done").intValue());
        assertEquals("forest", done.get("result").get("optimizer").stringValue());
        assertEquals("<p>c1forest", api.get("/api/v1/campaigns/c1/report").text());
        assertEquals(
                "compared",
                Api.json(api.get("/api/v1/campaigns/c1/summary")).get(1).stringValue());
    }

    @Test
    void a_plan_that_compares_nothing_has_no_study() {
        api.post("/api/v1/campaigns", "{\"plan\": \"plain\"}");
        Response.Document answer = api.post("/api/v1/campaigns/c1/study", "");
        assertEquals(409, answer.status());
        assertTrue(answer.text().contains("compares its optimizer with nothing"), answer.text());
        assertEquals(200, api.get("/api/v1/campaigns/c1/report").status());
    }
}
