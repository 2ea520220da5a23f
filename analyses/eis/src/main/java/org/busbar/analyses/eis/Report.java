package org.busbar.analyses.eis;

import static org.busbar.api.Parameter.choice;
import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.note;
import static org.busbar.api.Parameter.real;
import static org.busbar.api.Parameter.whole;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.busbar.analyses.eis.circuit.Limits;
import org.busbar.analyses.eis.circuit.Slot;
import org.busbar.analyses.eis.fit.Arc;
import org.busbar.analyses.eis.fit.CircuitFit;
import org.busbar.analyses.impedance.Spectrum;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;

/** A fit as outputs. */
record Report(CircuitFit fit) {

    static final Parameter.Note PARAMETERS = note("parameters");
    static final Parameter.Note UNITS = note("units");
    static final Parameter.Curve VALUES = curve("values", "1");
    static final Parameter.Curve ERRORS = curve("standard_errors", "1");
    static final Parameter.Curve CORRELATIONS = curve("correlations", "1");
    static final Parameter.Note ARCS = note("arcs");
    static final Parameter.Curve ARC_RESISTANCE = curve("arc_resistance", "Ohm");
    static final Parameter.Curve ARC_TIME = curve("arc_tau", "s");
    static final Parameter.Curve ARC_CAPACITANCE = curve("arc_capacitance", "F");
    static final Parameter.Real SERIES = real("r_series", "Ohm");
    static final Parameter.Real POLARISATION = real("r_polarisation", "Ohm");
    /** Of the arcs alone where the circuit blocks direct current. */
    static final Parameter.Choice POLARISATION_OF = choice("r_polarisation_of", "all", "arcs");

    static final Parameter.Whole SET_ASIDE = whole("set_aside", 0, Integer.MAX_VALUE);
    static final Parameter.Curve FIT_FREQUENCY = curve("fit_frequency", "Hz");
    static final Parameter.Curve FIT_REAL = curve("fit_real", "Ohm");
    static final Parameter.Curve FIT_IMAGINARY = curve("fit_imag", "Ohm");
    static final Parameter.Curve RESIDUAL_REAL = curve("residual_real", "%");
    static final Parameter.Curve RESIDUAL_IMAGINARY = curve("residual_imag", "%");
    static final Parameter.Real SQUARES = real("ssr", "1", 0, Double.POSITIVE_INFINITY);
    static final Parameter.Real CHI2 = real("chi2_reduced", "1", 0, Double.POSITIVE_INFINITY);
    static final Parameter.Real AICC = real("aicc", "1");

    /** The parameters as lists. */
    static List<Parameter> table() {
        return List.of(PARAMETERS, UNITS, VALUES, ERRORS);
    }

    /** What every fit gives. */
    static List<Parameter> common() {
        return List.of(
                CORRELATIONS,
                ARCS,
                ARC_RESISTANCE,
                ARC_TIME,
                ARC_CAPACITANCE,
                SERIES,
                POLARISATION,
                POLARISATION_OF,
                SET_ASIDE,
                FIT_FREQUENCY,
                FIT_REAL,
                FIT_IMAGINARY,
                RESIDUAL_REAL,
                RESIDUAL_IMAGINARY,
                SQUARES,
                CHI2,
                AICC);
    }

    /** Values of {@link #table}. */
    Values asTable() {
        List<Slot> slots = fit.slots();
        double[] errors =
                IntStream.range(0, slots.size()).mapToDouble(fit::error).toArray();
        return Values.of(PARAMETERS.name(), names(slots.stream().map(Slot::name).toList()))
                .with(UNITS.name(), names(slots.stream().map(Slot::unit).toList()))
                .with(VALUES.name(), Series.of("1", fit.values()))
                .with(ERRORS.name(), Series.of("1", errors));
    }

    /** One quantity for each parameter, under its name. */
    Values asQuantities() {
        Values quantities = Values.none();
        for (int i = 0; i < fit.slots().size(); i++) {
            Slot slot = fit.slots().get(i);
            quantities = quantities.with(slot.name(), Quantity.of(fit.values()[i], fit.error(i), slot.unit()));
        }
        return quantities;
    }

    /**
     * Values of {@link #common}.
     *
     * @param measured how many points there were before some were set aside
     */
    Values asCommon(int measured) {
        return Values.of(CORRELATIONS.name(), Series.of("1", correlations()))
                .with(arcs())
                .with(resistances())
                .with(SET_ASIDE.name(), Quantity.of(measured - fit.spectrum().size(), "1"))
                .with(curves())
                .with(SQUARES.name(), Quantity.of(fit.squares(), "1"))
                .with(CHI2.name(), Quantity.of(fit.chi2(), "1"))
                .with(AICC.name(), Quantity.of(fit.aicc(), "1"));
    }

    private double[] correlations() {
        int size = fit.slots().size();
        return IntStream.range(0, size * size)
                .mapToDouble(i -> fit.correlation(i / size, i % size))
                .toArray();
    }

    private Values arcs() {
        List<Arc> arcs = Arc.of(fit.circuit());
        double[] values = fit.values();
        return Values.of(ARCS.name(), names(arcs.stream().map(Arc::name).toList()))
                .with(ARC_RESISTANCE.name(), each("Ohm", arcs, arc -> arc.resistance(values)))
                .with(ARC_TIME.name(), each("s", arcs, arc -> arc.time(values)))
                .with(ARC_CAPACITANCE.name(), each("F", arcs, arc -> arc.capacitance(values)));
    }

    private static Series each(String unit, List<Arc> arcs, ToDoubleFunction<Arc> number) {
        return Series.of(unit, arcs.stream().mapToDouble(number).toArray());
    }

    Values resistances() {
        boolean blocks = Limits.blocks(fit.circuit(), fit.values());
        return Values.of(SERIES.name(), quantity(values -> Limits.high(fit.circuit(), values)))
                .with(
                        POLARISATION.name(),
                        quantity(values -> Limits.low(fit.circuit(), values) - Limits.high(fit.circuit(), values)))
                .with(POLARISATION_OF.name(), new Text(blocks ? "arcs" : "all"));
    }

    private Quantity quantity(ToDoubleFunction<double[]> ohms) {
        return Quantity.of(ohms.applyAsDouble(fit.values()), fit.error(ohms), "Ohm");
    }

    Values curves() {
        Spectrum spectrum = fit.spectrum();
        double[] fitted = fit.fitted();
        double[][] residuals = fit.relativeResiduals();
        return Values.of(FIT_FREQUENCY.name(), Series.of("Hz", spectrum.frequency()))
                .with(FIT_REAL.name(), Series.of("Ohm", spectrum.each(k -> fitted[2 * k])))
                .with(FIT_IMAGINARY.name(), Series.of("Ohm", spectrum.each(k -> fitted[2 * k + 1])))
                .with(RESIDUAL_REAL.name(), percent(residuals[0]))
                .with(RESIDUAL_IMAGINARY.name(), percent(residuals[1]));
    }

    private static Series percent(double[] shares) {
        return Series.of(
                "%",
                IntStream.range(0, shares.length)
                        .mapToDouble(k -> 100 * shares[k])
                        .toArray());
    }

    private static Text names(List<String> names) {
        return new Text(names.stream().collect(Collectors.joining(", ")));
    }
}
