package org.busbar.analyses.cyclerfiles;

import java.util.List;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;

/** Voltage and current against time. */
final class CyclerCharts {

    private static final Axis TIME = Axis.linear("test time", "h");

    private CyclerCharts() {}

    static List<Chart> of(Values outputs) {
        return List.of(chart(outputs, "voltage", "V"), chart(outputs, "current", "A"));
    }

    private static Chart chart(Values outputs, String name, String ucum) {
        Series time = (Series) outputs.get("test_time");
        Series shown = (Series) outputs.get(name);
        return new Chart(
                name,
                name + " against test time",
                TIME,
                Axis.linear(name, ucum),
                new Layer.Line(name, time, shown, Layer.Stroke.SOLID));
    }
}
