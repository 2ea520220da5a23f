package org.busbar.analyses.eis;

import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.note;

import java.util.List;
import java.util.stream.Stream;
import org.busbar.analyses.eis.fit.Judgement;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import org.osgi.service.component.annotations.Component;

/** Fits several circuits to one spectrum and says which to use: the simplest of those with about the lowest AICc. */
@Component
@LabId("eis-choice")
public final class CircuitChoice implements Analysis {

    private static final String LADDER = "R0-p(R1,C1); R0-p(R1,CPE1); R0-p(R1-W1,C1); R0-p(R1-W1,CPE1);"
            + " R0-p(R1,C1)-p(R2,C2); R0-p(R1,C1)-p(R2,CPE2); R0-p(R1,CPE1)-p(R2,CPE2);"
            + " R0-p(R1,CPE1)-p(R2-W2,CPE2); R0-p(R1,C1)-p(R2,CPE2)-p(R3,C3)";
    private static final Parameter.Note CIRCUITS = note("circuits");
    private static final Parameter.Note RANKED = note("ranked");
    private static final Parameter.Curve PARAMETERS = curve("parameters", "1");
    private static final Parameter.Curve SQUARES = curve("ssr", "1");
    private static final Parameter.Curve AICC = curve("aicc", "1");
    private static final Parameter.Curve ABOVE = curve("delta_aicc", "1");
    private static final Parameter.Note LEFT_OUT = note("left_out");
    private static final Parameter.Note RECOMMENDED = note("recommended");

    private static final Capability CAPABILITY = Measured.withDefaults(new Capability(
                    "eis-choice",
                    Stream.concat(Measured.inputs().stream(), Stream.of(CIRCUITS, Measured.WEIGHTING))
                            .toList(),
                    outputs()))
            .byDefault(CIRCUITS.name(), new Text(LADDER))
            .byDefault(Measured.WEIGHTING.name(), new Text("modulus"));

    /** Ready to use. */
    public CircuitChoice() {}

    private static List<Parameter> outputs() {
        return List.of(
                RANKED,
                PARAMETERS,
                SQUARES,
                AICC,
                ABOVE,
                LEFT_OUT,
                RECOMMENDED,
                Report.SERIES,
                Report.POLARISATION,
                Report.POLARISATION_OF,
                Report.FIT_FREQUENCY,
                Report.FIT_REAL,
                Report.FIT_IMAGINARY,
                Report.RESIDUAL_REAL,
                Report.RESIDUAL_IMAGINARY,
                Quality.OUTPUT);
    }

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values given) throws InterruptedException {
        Values inputs = CAPABILITY.completed(given);
        CAPABILITY.check(inputs);
        Measured measured = Measured.of("eis-choice", inputs);
        Ranking ranking = Ranking.of(
                measured, inputs.get(CIRCUITS.name()).toString(), Fitting.weighting(inputs, Measured.WEIGHTING));
        Report best = new Report(ranking.recommended().fit());
        Quality quality = Measured.consistency(measured, inputs)
                .and(Judgement.of(best.fit(), inputs.get(Measured.NOISE)))
                .and(ranking.quality());
        return table(ranking).with(best.resistances()).with(best.curves()).with(Quality.OUTPUT.name(), quality.text());
    }

    private static Values table(Ranking ranking) {
        return Values.of(RANKED.name(), list(ranking.circuits()))
                .with(PARAMETERS.name(), Series.of("1", ranking.each(fit -> fit.parameters())))
                .with(SQUARES.name(), Series.of("1", ranking.each(fit -> fit.squares())))
                .with(AICC.name(), Series.of("1", ranking.each(fit -> fit.aicc())))
                .with(ABOVE.name(), Series.of("1", ranking.each(fit -> fit.aicc() - ranking.lowest())))
                .with(LEFT_OUT.name(), list(ranking.leftOut()))
                .with(RECOMMENDED.name(), new Text(ranking.recommended().text()));
    }

    private static Text list(List<String> circuits) {
        return new Text(String.join("; ", circuits));
    }

    @Override
    public List<Chart> charts(Values given, Values outputs) {
        Pictures pictures = new Pictures(CAPABILITY.completed(given), outputs);
        return List.of(ladder(outputs), pictures.nyquist(), pictures.residuals());
    }

    private static Chart ladder(Values outputs) {
        List<String> circuits = List.of(outputs.get(RANKED.name()).toString().split("; "));
        return new Chart(
                "choice",
                "AICc above the lowest",
                Axis.linear("delta AICc", "1"),
                Axis.names("circuit"),
                new Layer.Bars("delta AICc", circuits, Series.of("1", outputs.get(ABOVE))));
    }
}
