package org.busbar.analyses.eis;

import java.util.List;
import java.util.stream.Stream;
import org.busbar.analyses.eis.circuit.Circuit;
import org.busbar.analyses.eis.circuit.Slot;
import org.busbar.analyses.eis.fit.CircuitFit;
import org.busbar.analyses.eis.fit.Judgement;
import org.busbar.analyses.eis.fit.Request;
import org.busbar.analyses.eis.fit.Weighting;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Chart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * Fits a circuit that the lab has fixed, so that each parameter is an output with unit and uncertainty, which can be an
 * objective.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = FixedCircuit.Config.class, factory = true)
public final class FixedCircuit implements Analysis {

    /** Settings of one such analysis. */
    @ObjectClassDefinition(name = "Fit of an equivalent circuit")
    public @interface Config {
        @AttributeDefinition(description = "Name by which experiments refer to this analysis")
        String lab_id();

        @AttributeDefinition(description = "The circuit, such as R0-p(R1,CPE1)-W1")
        String circuit();

        @AttributeDefinition(
                description = "What residuals are divided by",
                options = {@Option("modulus"), @Option("unit")})
        String weighting() default "modulus";

        @AttributeDefinition(description = "Bounds of parameters, such as CPE1_alpha=0.5..1; may be empty")
        String bounds() default "";

        @AttributeDefinition(description = "Parameters that are not fitted, such as L0=1 uH; may be empty")
        String fixed() default "";
    }

    private final Fitting fitting;
    private final Circuit circuit;
    private final Request request;
    private final Capability capability;

    /** @throws IllegalArgumentException if a setting has a mistake; says what is right */
    @Activate
    public FixedCircuit(Config config) {
        fitting = new Fitting(config.lab_id());
        circuit = fitting.read(config.circuit());
        request = request(config);
        capability = Measured.withDefaults(new Capability(config.lab_id(), Measured.inputs(), outputs()));
    }

    private Request request(Config config) {
        try {
            Request all = Request.by(weighting(config.weighting()));
            return new Request(
                    all.weighting(),
                    all.start(),
                    new Assignments("bounds", circuit).bounds(config.bounds()),
                    new Assignments("fixed", circuit).numbers(config.fixed()),
                    all.starts(),
                    all.evaluations());
        } catch (IllegalArgumentException e) {
            throw fitting.refusal(e);
        }
    }

    private static Weighting weighting(String word) {
        return switch (word) {
            case "modulus" -> Weighting.MODULUS;
            case "unit" -> Weighting.UNIT;
            default -> throw new IllegalArgumentException("weighting '" + word + "' is neither modulus nor unit");
        };
    }

    private List<Parameter> outputs() {
        Stream<Parameter> parameters = circuit.parameters().stream()
                .map(slot -> Parameter.real(slot.name(), slot.unit(), 0, Double.POSITIVE_INFINITY));
        return Stream.of(parameters, Report.common().stream(), Stream.<Parameter>of(Quality.OUTPUT))
                .flatMap(each -> each)
                .toList();
    }

    @Override
    public Capability capability() {
        return capability;
    }

    @Override
    public Values apply(Values given) throws InterruptedException {
        Values inputs = capability.completed(given);
        capability.check(inputs);
        Measured measured = Measured.of(fitting.analysis(), inputs);
        CircuitFit fit = fitting.fit(circuit, measured.fitted(circuit.inductive()), request);
        Report report = new Report(fit);
        Quality quality = Measured.consistency(measured, inputs).and(Judgement.of(fit, inputs.get(Measured.NOISE)));
        return report.asQuantities()
                .with(report.asCommon(measured.spectrum().size()))
                .with(Quality.OUTPUT.name(), quality.text());
    }

    @Override
    public List<Chart> charts(Values given, Values outputs) {
        List<String> names = circuit.parameters().stream().map(Slot::name).toList();
        return new Pictures(capability.completed(given), outputs).all(names);
    }
}
