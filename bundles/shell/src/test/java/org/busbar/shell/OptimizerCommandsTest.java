package org.busbar.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

/** Commands about who chooses the trials of a campaign. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OptimizerCommandsTest {

    private static final String CAMPAIGN = "/api/v1/campaigns/c-1";
    private static final String BY = ",\"by\":\"" + System.getProperty("user.name") + "\"}";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private int execute(String... arguments) {
        CommandLine line = Main.commandLine(Optional.empty());
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--url=" + server.url());
        return line.execute(all.toArray(String[]::new));
    }

    private void says(String part) {
        assertTrue(out.toString().contains(part), out::toString);
    }

    @Test
    void an_optimizer_is_swapped_with_settings() {
        server.has(
                "POST " + CAMPAIGN + "/swap",
                "{\"optimizer\": \"bayes\", \"settings\": {\"start\": {\"value\": 8, \"unit\": \"1\"}}}");
        assertEquals(0, execute("swap", "c-1", "bayes", "start=8", "noise=0.1 mS/cm"), err::toString);
        assertEquals("campaign c-1: bayes (start = 8) chooses", out.toString().strip());
        assertEquals(
                List.of("POST " + CAMPAIGN
                        + "/swap {\"optimizer\":\"bayes\",\"settings\":{\"start\":\"8\",\"noise\":\"0.1 mS/cm\"}" + BY),
                server.asked);
    }

    @Test
    void what_is_refused_is_said_and_a_swap_to_nobody_is_called_wrongly() {
        server.has("POST " + CAMPAIGN + "/swap", "422 {\"detail\": \"There is no optimizer magic, only [random]\"}");
        assertEquals(1, execute("swap", "c-1", "magic"));
        assertTrue(err.toString().contains("only [random]"), err::toString);
        assertEquals(2, execute("swap", "c-1"));
        assertEquals(2, execute("swap", "c-1", "bayes", "start"));
    }

    @Test
    void a_shadow_is_asked_until_nobody_is() {
        server.has("POST " + CAMPAIGN + "/shadow", "{\"shadow\": {\"optimizer\": \"bayes\", \"settings\": {}}}");
        assertEquals(0, execute("shadow", "c-1", "bayes", "start=4"), err::toString);
        says("campaign c-1: bayes is asked too");
        server.has("POST " + CAMPAIGN + "/shadow", "{\"shadow\": {\"optimizer\": \"\", \"settings\": {}}}");
        assertEquals(0, execute("shadow", "c-1", "none"), err::toString);
        says("campaign c-1: no shadow is asked");
        assertEquals(
                List.of(
                        "POST " + CAMPAIGN + "/shadow {\"optimizer\":\"bayes\",\"settings\":{\"start\":\"4\"}" + BY,
                        "POST " + CAMPAIGN + "/shadow {\"optimizer\":\"\",\"settings\":{}" + BY),
                server.asked);
    }

    @Test
    void without_an_optimizer_a_shadow_is_compared() {
        server.has(
                "GET " + CAMPAIGN + "/shadow",
                """
                {"trials": [
                  {"trial": 1, "measured": {"value": 7, "unit": "V"}, "would": {"x": {"value": 2, "unit": "mL"}},
                   "obeyed": {"by": "random", "expected": null, "score": "NaN"}, "trouble": "",
                   "shadow": {"by": "bayes", "expected": {"value": 6.5, "unit": "V", "uncertainty": 0.25}, "score": 2}},
                  {"trial": 2, "measured": null, "would": {}, "trouble": "singular",
                   "obeyed": {"by": "random"}, "shadow": {"by": "bayes"}}],
                 "obeyed": {"trials": 0, "meanAbsoluteError": "NaN"},
                 "shadow": {"trials": 1, "meanAbsoluteError": 0.5, "rootMeanSquareScore": 2, "meanLogDensity": -1.5}}
                """);
        assertEquals(0, execute("shadow", "c-1"), err::toString);
        String[] lines = out.toString().split("\\R");
        assertEquals("1      7 V       random  -         -      bayes   6.5 V +- 0.25  2      x = 2 mL", lines[1]);
        assertEquals("2      -         random  -         -      bayes   -              -      singular", lines[2]);
        says("shadow: 1 trials compared, mean error 0.5, standardized error 2, mean log density -1.5");
        server.has("GET " + CAMPAIGN + "/shadow", "{\"trials\": []}");
        execute("shadow", "c-1");
        says("no shadow has answered yet");
    }

    @Test
    void a_trial_is_asked_for_again() {
        String point = "{\"x\": {\"value\": 2, \"unit\": \"mL\"}}";
        server.has(
                "POST " + CAMPAIGN + "/trials/3/replay",
                "{\"then\": " + point + ", \"now\": " + point + ", \"same\": true, \"remark\": \"\"}");
        assertEquals(0, execute("replay", "c-1", "3"), err::toString);
        says("then  x = 2 mL");
        says("the same, bit for bit");
        server.has(
                "POST " + CAMPAIGN + "/trials/3/replay",
                "{\"then\": " + point
                        + ", \"now\": {}, \"same\": false, \"remark\": \"bayes was 1.0.0 and is 2.0.0\"}");
        assertEquals(1, execute("replay", "c-1", "3"));
        says("not the same: bayes was 1.0.0 and is 2.0.0");
        assertEquals(2, execute("replay", "c-1", "first"));
    }

    @Test
    void what_was_learnt_is_explained() {
        server.has(
                "GET " + CAMPAIGN + "/insight",
                """
                {"influences": [{"parameter": "salt", "relevance": 2.5, "first": 0.5, "total": 0.6, "shapley": "NaN"}],
                 "gain": {"value": 0.25, "unit": "mS/cm"}, "bound": null, "facts": {"noise": "0.1"},
                 "checks": [{}, {}], "remark": "few trials"}
                """);
        assertEquals(0, execute("explain", "c-1"), err::toString);
        says("salt       2.5        0.5    0.6    -");
        says("expected gain of the next trial: 0.25 mS/cm");
        says("noise: 0.1");
        says("2 values compared");
        says("few trials");
    }

    @Test
    void what_can_be_chosen_is_a_table() {
        server.has(
                "GET /api/v1/optimizers",
                """
                {"optimizers": [{"id": "bayes", "version": "1.0.0", "settings": [
                   {"name": "acquisition", "options": ["logei", "ucb"]}, {"name": "start", "min": 1, "max": 99},
                   {"name": "noise", "unit": "V", "min": 0, "max": "Infinity"}, {"name": "note"}]}],
                 "surrogates": [{"id": "gp", "version": "1.0.0", "settings": []}], "acquisitions": []}
                """);
        assertEquals(0, execute("optimizers"), err::toString);
        String[] lines = out.toString().split("\\R");
        assertEquals("optimizer  bayes  1.0.0    acquisition=logei|ucb, start=1..99, noise=0.. V, note", lines[1]);
        assertEquals("surrogate  gp     1.0.0", lines[2]);
    }
}
