package org.busbar.charts;

import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a chart as a vega-lite specification, version 5, with the numbers in it: layers are told apart by dashes and
 * shapes as well as by colours. The same chart gives the same characters. Safe for use by many threads.
 */
public final class VegaLite {

    private static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";
    private static final int WIDTH = 560;
    private static final int HEIGHT = 360;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private VegaLite() {}

    /**
     * The specification of that chart.
     *
     * @return a JSON object in one line
     */
    public static String of(Chart chart) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("$schema", SCHEMA).put("title", chart.title()).put("description", Description.of(chart));
        Domains domains = size(root, chart);
        new VegaLayers(chart, domains).writeTo(root.putArray("layer"));
        root.putObject("config")
                .putObject("legend")
                .put("orient", "bottom")
                .put("columns", 2)
                .put("labelLimit", 0)
                .put("symbolSize", 120);
        return MAPPER.writeValueAsString(root);
    }

    private static Domains size(ObjectNode root, Chart chart) {
        Domains domains = Domains.of(chart);
        root.put("width", WIDTH);
        if (chart.y().scale() == Axis.Scale.NAMES) {
            root.put("height", Math.max(90, 30 * domains.names().size()));
            return domains;
        }
        int height = chart.equalScales() ? height(domains) : HEIGHT;
        root.put("height", height);
        return chart.equalScales() ? domains.equal(WIDTH, height) : domains;
    }

    private static int height(Domains domains) {
        double same = WIDTH * domains.y().length() / domains.x().length();
        return (int) Math.max(200, Math.min(480, same));
    }
}
