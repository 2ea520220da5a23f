package org.busbar.analyses.cycling;

import java.util.List;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import org.busbar.api.chart.Layer.Mark;
import org.busbar.api.chart.Layer.Stroke;

/** Voltage and current against time; capacity and efficiency against cycle. */
final class CyclingCharts {

    private static final Axis TIME = Axis.linear("test time", "h");
    private static final Axis CYCLE = Axis.linear("cycle", "1");

    private CyclingCharts() {}

    static List<Chart> of(Values inputs, Values outputs) {
        return List.of(
                new Chart(
                        "voltage",
                        "Voltage against time",
                        TIME,
                        Axis.linear("voltage", "V"),
                        line("voltage", inputs, Recording.TIME, Recording.VOLTAGE)),
                new Chart(
                        "current",
                        "Current against time (positive: charge)",
                        TIME,
                        Axis.linear("current", "A"),
                        line("current", inputs, Recording.TIME, Recording.CURRENT)),
                capacity(outputs),
                efficiency(outputs));
    }

    private static Chart capacity(Values outputs) {
        return new Chart(
                "capacity",
                "Capacity of each cycle",
                CYCLE,
                Axis.linear("capacity", "A.h"),
                points("charge", outputs, CycleTable.CYCLE, CycleTable.CHARGE, CycleTable.CHARGE_U, Mark.CIRCLE),
                points(
                        "discharge",
                        outputs,
                        CycleTable.CYCLE,
                        CycleTable.DISCHARGE,
                        CycleTable.DISCHARGE_U,
                        Mark.FILLED_CIRCLE));
    }

    private static Chart efficiency(Values outputs) {
        return new Chart(
                "efficiency",
                "Efficiency of each full cycle",
                CYCLE,
                Axis.linear("efficiency", "1"),
                points(
                        "coulombic",
                        outputs,
                        CycleTable.FULL_CYCLE,
                        CycleTable.COULOMBIC,
                        CycleTable.COULOMBIC_U,
                        Mark.FILLED_CIRCLE),
                new Layer.Points(
                        "energy",
                        series(outputs, CycleTable.FULL_CYCLE),
                        series(outputs, CycleTable.ENERGY_EFFICIENCY),
                        Mark.TRIANGLE));
    }

    private static Layer line(String label, Values values, Curve x, Curve y) {
        return new Layer.Line(label, series(values, x), series(values, y), Stroke.SOLID);
    }

    private static Layer points(String label, Values values, Curve x, Curve y, Curve error, Mark mark) {
        return new Layer.Points(label, series(values, x), series(values, y), series(values, error), List.of(), mark);
    }

    private static Series series(Values values, Curve curve) {
        return new Series(values.get(curve), curve.unit());
    }
}
