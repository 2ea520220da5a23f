package org.busbar.analyses.conductivity;

import java.util.Arrays;
import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Series;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import org.busbar.api.chart.Layer.Mark;
import org.busbar.api.chart.Layer.Stroke;
import org.osgi.service.component.annotations.Component;

/**
 * Activation energy of a conductivity from its values at several temperatures: the laws of Arrhenius and of Vogel,
 * Tammann and Fulcher, and which of them the data prefer.
 */
@Component
@LabId("arrhenius")
public final class ArrheniusAnalysis implements Analysis {

    private static final Axis INVERSE = Axis.linear("1000/T", "K-1");

    /** Ready to use. */
    public ArrheniusAnalysis() {}

    @Override
    public Capability capability() {
        return ArrheniusTerms.CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) {
        Values all = ArrheniusTerms.CAPABILITY.completed(inputs);
        ArrheniusTerms.CAPABILITY.check(all);
        TemperatureDependence laws = new TemperatureDependence(SeriesReader.of(all));
        double reference = all.get(ArrheniusTerms.REFERENCE);
        return new ArrheniusTable(laws, reference)
                .values()
                .with(Quality.OUTPUT.name(), laws.quality(reference).text());
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        ArrheniusTerms.CAPABILITY.checkOutputs(outputs);
        Series kelvin = inverse(inputs.get(ArrheniusTerms.TEMPERATURE));
        return List.of(laws(inputs, outputs, kelvin), residuals(outputs, kelvin));
    }

    private static Chart laws(Values inputs, Values outputs, Series kelvin) {
        double[] logarithms = Arrays.stream(inputs.get(ArrheniusTerms.CONDUCTIVITY))
                .map(Math::log)
                .toArray();
        Series grid = inverse(outputs.get(ArrheniusTerms.GRID));
        Series vtf = series(outputs, ArrheniusTerms.VTF_LINE);
        return new Chart(
                "arrhenius",
                "Conductivity against temperature",
                INVERSE,
                Axis.linear("ln(kappa/(S/m))", "1"),
                new Layer.Band(
                        "95 % of the recommended law",
                        grid, series(outputs, ArrheniusTerms.LOW), series(outputs, ArrheniusTerms.HIGH)),
                new Layer.Line("Arrhenius", grid, series(outputs, ArrheniusTerms.LINE), Stroke.DASHED),
                new Layer.Line("VTF", vtf.size() == 0 ? nowhere(vtf) : grid, vtf, Stroke.SOLID),
                new Layer.Points(
                        "measured",
                        kelvin,
                        Series.of("1", logarithms),
                        series(outputs, ArrheniusTerms.SIGMA),
                        List.of(),
                        Mark.CIRCLE));
    }

    private static Chart residuals(Values outputs, Series kelvin) {
        Series vtf = series(outputs, ArrheniusTerms.VTF_RESIDUAL);
        return new Chart(
                "residuals",
                "Measured less fit",
                INVERSE,
                Axis.linear("residual of ln(kappa)", "1"),
                new Layer.Points("Arrhenius", kelvin, series(outputs, ArrheniusTerms.RESIDUAL), Mark.CROSS),
                new Layer.Points("VTF", vtf.size() == 0 ? nowhere(vtf) : kelvin, vtf, Mark.FILLED_CIRCLE),
                new Layer.Rule("", 0, Unit.ONE, true, Stroke.DOTTED));
    }

    /** Nowhere, since there is no such law. */
    private static Series nowhere(Series empty) {
        return new Series(empty.values(), Unit.of("K-1"));
    }

    private static Series inverse(double[] kelvin) {
        return Series.of("K-1", Arrays.stream(kelvin).map(t -> 1000 / t).toArray());
    }

    private static Series series(Values outputs, Curve curve) {
        return new Series(outputs.get(curve), curve.unit());
    }
}
