package org.busbar.analyses.eis;

import static org.busbar.api.Parameter.choice;
import static org.busbar.api.Parameter.note;
import static org.busbar.api.Parameter.whole;

import java.util.List;
import java.util.stream.Stream;
import org.busbar.analyses.eis.circuit.Circuit;
import org.busbar.analyses.eis.fit.CircuitFit;
import org.busbar.analyses.eis.fit.Judgement;
import org.busbar.analyses.eis.fit.Request;
import org.busbar.analyses.eis.fit.Weighting;
import org.busbar.analyses.impedance.Spectrum;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Chart;
import org.osgi.service.component.annotations.Component;

/**
 * Fits an equivalent circuit, given as text, to an impedance spectrum: parameters with standard errors and correlations,
 * the fitted curve, and what must be distrusted.
 */
@Component
@LabId("eis")
public final class EquivalentCircuit implements Analysis {

    private static final String PEER = "peer:impedance.py";
    private static final Parameter.Note CIRCUIT = note("circuit");
    private static final Parameter.Note START = note("start");
    private static final Parameter.Note BOUNDS = note("bounds");
    private static final Parameter.Note FIXED = note("fixed");
    private static final Parameter.Whole STARTS = whole("starts", 1, 1000);
    private static final Parameter.Whole EVALUATIONS = whole("evaluations", 1, 1_000_000);
    private static final Parameter.Choice METHOD = choice("method", "ours", PEER);

    private static final Capability CAPABILITY = Measured.withDefaults(new Capability("eis", inputs(), outputs()))
            .byDefault(Measured.WEIGHTING.name(), new Text("modulus"))
            .byDefault(START.name(), new Text(""))
            .byDefault(BOUNDS.name(), new Text(""))
            .byDefault(FIXED.name(), new Text(""))
            .byDefault(STARTS.name(), Quantity.of(16, "1"))
            .byDefault(EVALUATIONS.name(), Quantity.of(10_000, "1"))
            .byDefault(METHOD.name(), new Text("ours"));

    private final Fitting fitting = new Fitting("eis");

    /** Ready to use. */
    public EquivalentCircuit() {}

    private static List<Parameter> inputs() {
        return Stream.concat(
                        Measured.inputs().stream(),
                        Stream.of(CIRCUIT, Measured.WEIGHTING, START, BOUNDS, FIXED, STARTS, EVALUATIONS, METHOD))
                .toList();
    }

    private static List<Parameter> outputs() {
        return Stream.of(Report.table(), Report.common(), List.<Parameter>of(Quality.OUTPUT))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values given) throws InterruptedException {
        Values inputs = CAPABILITY.completed(given);
        CAPABILITY.check(inputs);
        Measured measured = Measured.of("eis", inputs);
        Circuit circuit = fitting.read(text(inputs, CIRCUIT));
        boolean peer = inputs.get(METHOD).equals(PEER);
        Spectrum spectrum = peer ? measured.capacitive() : measured.fitted(circuit.inductive());
        CircuitFit fit = fitting.fit(circuit, spectrum, request(inputs, circuit, peer));
        Report report = new Report(fit);
        Quality quality = Measured.consistency(measured, inputs).and(Judgement.of(fit, inputs.get(Measured.NOISE)));
        return report.asTable()
                .with(report.asCommon(measured.spectrum().size()))
                .with(Quality.OUTPUT.name(), quality.text());
    }

    private Request request(Values inputs, Circuit circuit, boolean peer) {
        try {
            return new Request(
                    peer ? Weighting.UNIT : Fitting.weighting(inputs, Measured.WEIGHTING),
                    new Assignments("start", circuit).numbers(text(inputs, START)),
                    new Assignments("bounds", circuit).bounds(text(inputs, BOUNDS)),
                    new Assignments("fixed", circuit).numbers(text(inputs, FIXED)),
                    (int) inputs.get(STARTS),
                    (int) inputs.get(EVALUATIONS));
        } catch (IllegalArgumentException e) {
            throw fitting.refusal(e);
        }
    }

    private static String text(Values values, Parameter.Note note) {
        return values.get(note.name()).toString();
    }

    @Override
    public List<Chart> charts(Values given, Values outputs) {
        return new Pictures(CAPABILITY.completed(given), outputs)
                .all(List.of(text(outputs, Report.PARAMETERS).split(", ")));
    }
}
