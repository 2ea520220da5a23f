package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.experiment.Agent;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Space;
import org.busbar.api.optimize.Surrogate;
import org.busbar.api.optimize.Training;
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
    void the_trials_that_were_done_are_a_table_with_units() {
        api.post("/api/v1/campaigns", "{\"plan\": \"salt\"}");
        Response.Document table = api.get("/api/v1/campaigns/c1/table");
        assertTrue(table.mediaType().startsWith("text/csv"), table.mediaType());
        List<String> lines = table.text().lines().toList();
        assertTrue(lines.get(0).contains("conductivity [mS/cm]"), table.text());
        assertTrue(lines.get(1).contains("7.0"), table.text());
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
    void settings_are_numbers_with_or_without_units_and_words() {
        String settings = "{\"start\": 8, \"noise\": \"0.1 mS/cm\", \"acquisition\": \"logei\", \"fast\": true}";
        Values expected = Values.of("start", Quantity.of(8, "1"))
                .with("noise", Quantity.of(0.1, "mS/cm"))
                .with("acquisition", new Text("logei"))
                .with("fast", new Text("true"));
        String begin = "{\"plan\": \"salt\", \"optimizer\": \"bayes\", \"settings\": " + settings + "}";
        assertEquals(201, api.post("/api/v1/campaigns", begin).status());
        assertEquals(expected, api.campaigns.begun.get("c1").settings());
        String swap = "{\"optimizer\": \"bayes\", \"settings\": " + settings + "}";
        assertEquals(200, api.post("/api/v1/campaigns/c1/swap", swap).status());
        assertEquals(expected, api.campaigns.settings.get("c1"));
        String wrong = "{\"optimizer\": \"bayes\", \"settings\": {\"noise\": \"1 qq\"}}";
        Response.Document refused = api.post("/api/v1/campaigns/c1/swap", wrong);
        assertEquals(422, refused.status());
        assertTrue(refused.text().contains("settings.noise"), refused.text());
        assertEquals(
                422,
                api.post("/api/v1/campaigns/c1/swap", "{\"optimizer\": \"b\", \"settings\": 3}")
                        .status());
    }

    @Test
    void a_shadow_is_compared_with_those_that_are_obeyed() {
        api.post("/api/v1/campaigns", "{\"plan\": \"salt\"}");
        String shadow = "/api/v1/campaigns/c1/shadow";
        assertEquals(0, Api.json(api.get(shadow)).get("trials").size());
        assertEquals(
                200,
                api.post(shadow, "{\"optimizer\": \"gp\", \"settings\": {\"start\": 4}}")
                        .status());
        assertEquals(422, api.post(shadow, "{\"optimizer\": \"magic\"}").status());
        JsonNode view = Api.json(api.get(shadow));
        assertEquals("gp", view.get("optimizer").stringValue());
        assertEquals(-0.5, view.at("/trials/0/shadow/error").doubleValue(), 1e-12);
        assertEquals(-1, view.at("/trials/0/shadow/score").doubleValue(), 1e-12);
        assertEquals(1, view.at("/trials/0/obeyed/score").doubleValue(), 1e-12);
        assertEquals(2, view.at("/trials/0/would/x/value").doubleValue());
        assertEquals("singular", view.at("/trials/1/trouble").stringValue());
        assertTrue(view.at("/trials/1/measured").isNull());
        assertEquals(1, view.at("/shadow/trials").intValue(), "only what both expected is compared");
        double standard = -0.5 * Math.log(2 * Math.PI) - 0.5;
        assertEquals(standard, view.at("/obeyed/meanLogDensity").doubleValue(), 1e-12);
        assertEquals(standard + Math.log(2), view.at("/shadow/meanLogDensity").doubleValue(), 1e-12);
        assertEquals(0.5, view.at("/shadow/meanAbsoluteError").doubleValue(), 1e-12);
        assertEquals(200, api.post(shadow, "").status());
        assertEquals("", api.campaigns.shadows.get("c1").optimizer());
        api.post("/api/v1/campaigns/c1/stop", "");
        assertEquals(409, api.post(shadow, "{\"optimizer\": \"gp\"}").status());
        assertEquals(200, api.get(shadow).status());
    }

    @Test
    void a_space_changes_in_limits_step_and_candidates() {
        api.post("/api/v1/campaigns", "{\"plan\": \"salt\"}");
        String space = "/api/v1/campaigns/c1/space";
        assertEquals(
                200,
                api.post(space, "{\"parameters\": {\"x\": {\"max\": 3, \"step\": 0.5}}}")
                        .status());
        Parameter.Real wider = Parameter.real("x", "mol/L", 0, 3).by(0.5);
        assertEquals(Space.of(wider), api.campaigns.spaces.get("c1"));
        assertEquals(
                200,
                api.post(space, "{\"candidates\": [{\"x\": \"1 mol/L\"}, {\"x\": \"2 mol/L\"}]}")
                        .status());
        assertEquals(2, api.campaigns.spaces.get("c1").candidates().size());
        assertEquals(
                200,
                api.post(space, "{\"parameters\": {\"x\": {\"max\": 1.5}}}").status());
        assertEquals(
                List.of(Values.of("x", Quantity.of(1, "mol/L"))),
                api.campaigns.spaces.get("c1").candidates());
        refuses(space, "{\"parameters\": {\"x\": {\"max\": 0.5}}}", "None of the candidates");
        refuses(space, "{\"parameters\": {\"y\": {\"max\": 1}}}", "does not vary y");
        refuses(space, "{\"parameters\": {\"x\": {\"max\": -1}}}", "is not a range");
        refuses(space, "{\"parameters\": {\"x\": {\"max\": \"much\"}}}", "is not a number");
        refuses(space, "{\"parameters\": {\"x\": {\"options\": [\"a\"]}}}", "not an object of min, max, step");
        refuses(space, "{\"candidates\": [{\"x\": \"9 mol/L\"}]}", "candidates[0].x");
    }

    private void refuses(String url, String body, String part) {
        Response.Document refused = api.post(url, body);
        assertEquals(422, refused.status(), refused.text());
        assertTrue(refused.text().contains(part), refused.text());
    }

    @Test
    void optimizers_are_asked_again_explain_and_expect() {
        api.post("/api/v1/campaigns", "{\"plan\": \"salt\"}");
        String campaign = "/api/v1/campaigns/c1";
        assertTrue(Api.json(api.post(campaign + "/trials/2/replay", ""))
                .get("same")
                .booleanValue());
        assertEquals(404, api.post(campaign + "/trials/3/replay", "").status());
        assertEquals(404, api.post("/api/v1/campaigns/c9/trials/1/replay", "").status());
        assertEquals(
                "random learns nothing",
                Api.json(api.get(campaign + "/insight")).get("remark").stringValue());
        JsonNode expected = Api.json(api.post(campaign + "/expect", "{\"points\": [{\"x\": \"1.5 mol/L\"}]}"));
        assertEquals(1.5, expected.at("/0/conductivity/value").doubleValue());
        refuses(campaign + "/expect", "{\"points\": []}", "1 to 10000");
        refuses(campaign + "/expect", "{\"points\": [{\"x\": \"1 qq\"}]}", "points[0].x");
        api.post(campaign + "/swap", "{\"optimizer\": \"forest\"}");
        assertEquals(409, api.get(campaign + "/insight").status());
    }

    @Test
    void what_can_be_chosen_is_told_with_what_may_be_set() {
        Surrogate surrogate = new Surrogate() {
            @Override
            public Model fit(Training training) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Parameter> settings() {
                return List.of(Parameter.real("noise", "1", 0, 1));
            }
        };
        api.optimizers.add((question, parts) -> List.of(), new Agent("grid", "org.x", "1.2.0", "", Map.of()), "g");
        api.optimizers.parts().add(surrogate, Agent.named("gp"), surrogate);
        JsonNode atHand = Api.json(api.get("/api/v1/optimizers"));
        assertEquals("1.2.0", atHand.at("/optimizers/0/version").stringValue());
        assertEquals("noise", atHand.at("/surrogates/0/settings/0/name").stringValue());
        assertEquals(1, atHand.at("/surrogates/0/settings/0/max").doubleValue());
        assertEquals(0, atHand.get("acquisitions").size());
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
