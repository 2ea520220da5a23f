package org.busbar.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.busbar.api.Quantity;
import org.busbar.api.campaign.Study;
import org.busbar.api.campaign.Trial;
import org.busbar.api.optimize.Objective.Goal;
import org.busbar.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CampaignReportsTest {

    private static final Pattern LOAD = Pattern.compile(
            "<(?:link|iframe|object|embed|base)\\b|(?:src|href)\\s*=\\s*[\"'](?!\"|'\\+)|\\burl\\((?!#)|@import"
                    + "|\\bfetch\\(|XMLHttpRequest|WebSocket");

    private static CampaignReports reports(SampleCampaign sample) {
        return new CampaignReports(sample, sample.journal());
    }

    private static JsonNode data(String html) {
        String open = "<script type=\"application/json\" id=\"data\">";
        int start = html.indexOf(open) + open.length();
        return Json.mapper().readTree(html.substring(start, html.indexOf("</script>", start)));
    }

    @Test
    void the_whole_report() throws IOException {
        SampleCampaign sample = SampleCampaign.of(40, "Electrolyte of high conductivity");
        String html = reports(sample).html("c-1", Optional.of(SampleCampaign.study()));
        Files.writeString(Path.of("target", "report.html"), html); // for people to look at
        JsonNode data = data(html);
        assertEquals(38, data.at("/convergence/points").size());
        assertEquals(2, data.at("/convergence/failed").size());
        assertEquals(1, data.at("/convergence/swaps").size());
        assertEquals(
                SampleCampaign.study().randomBest().size(),
                data.at("/convergence/random").size());
        assertEquals(40, data.at("/convergence/drawn").size(), "as far as the trials");
        assertEquals(40, data.at("/composition/points").size());
        assertEquals(4, data.at("/time").size(), "three kinds of steps and idle");
        assertTrue(html.contains("sample-formulator"), "the devices are named");
        assertTrue(html.contains(Made.agent("forest").sha256()), "with their hashes");
        assertTrue(html.contains("pc_share from 0 to 1"), "and what was varied");
        assertTrue(html.contains("temperature 20 Cel"), "and what was not");
    }

    @Test
    void it_loads_nothing() {
        String html = reports(SampleCampaign.of(5, "offline")).html("c-1", Optional.empty());
        assertFalse(LOAD.matcher(html).find(), () -> {
            var found = LOAD.matcher(html);
            return found.find() ? html.substring(found.start(), Math.min(html.length(), found.end() + 60)) : "";
        });
        assertTrue(html.contains("default-src 'none'"), "and the browser is told to refuse it");
    }

    @Test
    void names_are_never_markup() {
        String evil = "</script><script>alert(\"1\")</script> & 'x' {{data}} <!--";
        String html = reports(SampleCampaign.of(3, evil)).html("c-1", Optional.empty());
        assertFalse(html.contains("<script>alert"), "as markup or in the data");
        assertFalse(html.contains("<!--"), "no comment is begun");
        assertTrue(html.contains("&lt;/script&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;"));
        assertEquals(
                "drive <b>&</b> \u2028 " + evil,
                data(html).at("/convergence/swaps/0/by").asString());
        assertEquals(3, count(html, "<script"), "echarts, the data and the script of the page");
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void a_campaign_that_has_just_begun_has_a_report() {
        SampleCampaign sample = SampleCampaign.of(0, "new");
        String html = reports(sample).html("c-1", Optional.empty());
        assertTrue(html.contains("No trial has given a result."));
        assertTrue(html.contains("Not known: no study was given."));
        assertEquals(0, data(html).at("/convergence/points").size());
    }

    @Test
    void the_acceleration_is_told_in_words() {
        Study study = Made.study(3.1, 2.4, 4);
        assertTrue(reports(SampleCampaign.of(3, "x"))
                .html("c-1", Optional.of(study))
                .contains("It is faster than random search: acceleration factor 3.1 (95 % 2.4 to 4.0)."));
    }

    @Test
    void the_summary_is_of_the_same_campaign() {
        List<String> lines = reports(SampleCampaign.of(40, "x")).summary("c-1", Optional.empty());
        assertTrue(
                lines.get(0).startsWith("campaign c-1 x: completed, 40 of 40 trials, 2 without a result"),
                lines.get(0));
    }

    @Test
    void what_was_expected_stands_beside_what_was_measured_and_why() {
        Trial trial = Made.because(
                Made.done(1, Quantity.of(7, 0.1, "mS/cm")),
                Quantity.of(6.5, 0.5, "mS/cm"),
                0.25,
                "it is <near> the best");
        Trial plain = Made.done(2, Quantity.of(7, "mS/cm"));
        String html = Tables.trials(Made.history(Goal.MAXIMIZE, trial, plain).standing());
        assertTrue(html.contains("<th>conductivity</th><th>conductivity, expected</th>"), html);
        assertTrue(html.contains("<td>7.00 ± 0.10 mS/cm</td><td>6.50 ± 0.50 mS/cm</td>"), html);
        assertTrue(html.contains("<td>it is &lt;near&gt; the best</td><td>25"), html);
        assertTrue(html.contains("<td>7 mS/cm</td><td>–</td>"), html);
    }

    @Test
    void an_unknown_campaign_is_refused() {
        CampaignReports reports = reports(SampleCampaign.of(0, "x"));
        assertThrows(IllegalArgumentException.class, () -> reports.html("c-9", Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> reports.summary("c-9", Optional.empty()));
    }
}
