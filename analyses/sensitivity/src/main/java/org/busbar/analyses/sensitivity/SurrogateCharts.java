package org.busbar.analyses.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.busbar.analyses.tables.TableInput;
import org.busbar.api.Parameter;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;

/**
 * The pictures of a study of a surrogate.
 *
 * @param inputs completed
 */
record SurrogateCharts(Values inputs, Values outputs) {

    private static final String EVEN_LOGARITHM = "log-uniform";

    List<Chart> all() {
        List<Chart> charts = new ArrayList<>();
        if (IndexCharts.series(outputs, "st").size() > 0) {
            charts.add(IndexCharts.sobol(outputs));
        }
        charts.add(bars(
                "importance",
                "Inverse lengths of the Gaussian process: they rank, they are no shares of variance",
                "relevance",
                SurrogateTerms.RELEVANCE));
        if (curve(SurrogateTerms.DERIVATIVE_RANGE).size() > 0) {
            charts.add(derivatives());
        }
        charts.addAll(maps());
        charts.add(parity());
        return charts;
    }

    private Chart derivatives() {
        return bars(
                "derivatives",
                "Root mean square derivative, output per range of each input",
                "derivative of " + Asked.explained(outputs),
                SurrogateTerms.DERIVATIVE_RANGE);
    }

    private Chart bars(String name, String title, String axis, Parameter.Curve numbers) {
        return IndexCharts.plainBars(name, title, axis, Asked.names(outputs, Asked.NAMES.name()), curve(numbers));
    }

    private List<Chart> maps() {
        List<String> over = Asked.names(outputs, SurrogateTerms.MAP_INPUTS.name());
        return over.isEmpty()
                ? List.of()
                : List.of(
                        map("map-first", over, over.get(0), SurrogateTerms.MAP_BY_X),
                        map("map-second", over, over.get(1), SurrogateTerms.MAP_BY_Y));
    }

    private Chart map(String name, List<String> over, String by, Parameter.Curve shade) {
        return new Chart(
                name,
                "Root mean square derivative by " + by,
                axis(over.get(0)),
                axis(over.get(1)),
                new Layer.Cells(
                        "derivative by " + by, curve(SurrogateTerms.MAP_X), curve(SurrogateTerms.MAP_Y), curve(shade)));
    }

    private Axis axis(String name) {
        List<String> words = TableInput.names(((Text) inputs.get(Ranges.DISTRIBUTIONS.name())).text());
        int index = Asked.names(outputs, Asked.NAMES.name()).indexOf(name);
        boolean logarithmic = !words.isEmpty() && words.get(index).equals(EVEN_LOGARITHM);
        return new Axis(name, Unit.ONE, logarithmic ? Axis.Scale.LOGARITHMIC : Axis.Scale.LINEAR);
    }

    private Chart parity() {
        Series measured = curve(SurrogateTerms.MEASURED);
        return new Chart(
                "parity",
                "Each run as the surrogate predicts it from the others",
                Axis.linear("measured " + Asked.explained(outputs), "1"),
                Axis.linear("predicted " + Asked.explained(outputs), "1"),
                new Layer.Line("equal", measured, measured, Layer.Stroke.DASHED),
                IndexCharts.points("run", measured, curve(SurrogateTerms.PREDICTED), List.of()));
    }

    private Series curve(Parameter.Curve parameter) {
        return IndexCharts.series(outputs, parameter.name());
    }
}
