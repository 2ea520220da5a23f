package org.busbar.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.busbar.api.chart.Chart;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VegaLiteTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static JsonNode spec(Chart chart) {
        return MAPPER.readTree(VegaLite.of(chart));
    }

    @Test
    void every_chart_has_schema_size_and_layers_with_numbers() {
        for (Chart chart : Examples.all()) {
            JsonNode spec = spec(chart);
            assertEquals(
                    "https://vega.github.io/schema/vega-lite/v5.json",
                    spec.get("$schema").stringValue());
            assertTrue(spec.get("layer").size() >= Math.max(1, chart.layers().size()), chart.name());
            assertFalse(VegaLite.of(chart).contains("NaN"), chart.name());
            for (JsonNode layer : spec.get("layer")) {
                assertTrue(layer.at("/data/values").isArray(), chart.name());
            }
        }
    }

    @Test
    void the_same_chart_gives_the_same_characters() {
        for (Chart chart : Examples.all()) {
            assertEquals(VegaLite.of(chart), VegaLite.of(chart));
        }
    }

    @Test
    void a_line_is_joined_in_the_order_given_and_keeps_its_gaps() {
        JsonNode band = spec(Examples.band()).get("layer").get(2);
        assertEquals("i", band.at("/encoding/order/field").stringValue());
        assertTrue(band.at("/data/values/12/y").isNull());
    }

    @Test
    void scales_titles_and_equal_units() {
        JsonNode bode = spec(Examples.bode()).get("layer").get(0);
        assertEquals("log", bode.at("/encoding/x/scale/type").stringValue());
        assertEquals("frequency / Hz", bode.at("/encoding/x/title").stringValue());
        JsonNode nyquist = spec(Examples.nyquist());
        JsonNode encoding = nyquist.at("/layer/0/encoding");
        assertEquals(
                length(encoding.get("x")) / nyquist.get("width").doubleValue(),
                length(encoding.get("y")) / nyquist.get("height").doubleValue(),
                1e-9);
    }

    @Test
    void layers_of_one_stroke_differ_in_their_dashes() {
        JsonNode range = spec(Examples.lines()).at("/layer/0/encoding/strokeDash/scale/range");
        assertEquals(4, range.size());
        assertFalse(range.get(0).equals(range.get(1)));
    }

    private static double length(JsonNode channel) {
        JsonNode domain = channel.at("/scale/domain");
        return domain.get(1).doubleValue() - domain.get(0).doubleValue();
    }
}
