package org.busbar.analyses.gitt;

import static org.busbar.api.Parameter.choice;
import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.real;
import static org.busbar.api.Parameter.whole;

import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Parameter.Choice;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Parameter.Whole;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.analysis.Quality;

/** What both analyses take and give. */
final class Terms {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    static final Curve TIME = curve("test_time", "s");
    static final Curve CURRENT = curve("current", "A");
    static final Curve VOLTAGE = curve("voltage", "V");
    /** The ends of a range are part of it, so a radius no particle has stands for "above 0". */
    static final Real RADIUS = real("particle_radius", "m", 1e-10, 1);

    static final Real CAPACITY = real("capacity", "A.h", 0, INFINITE);
    static final Real FIRST_CHARGE = real("initial_state_of_charge", "1");
    static final Real WINDOW_START = real("window_start", "s", 0, INFINITE);
    static final Real WINDOW_END = real("window_end", "s", 0, INFINITE);
    static final Choice DRIFT = choice("drift_over", "current", "wall");
    static final Choice CHANGE = choice("change_of_current", "last-sample-before", "first-sample-after");
    static final Choice TOGETHER = choice("fitted_together", "each-pulse", "all-pulses");
    /** Empty or one number: there is no other way to say that it is not known. */
    static final Curve INITIAL = curve("initial_voltage", "V");

    static final Whole NEIGHBOURS = whole("slope_neighbours", 0, 1_000_000);
    static final Whole SHOWN = whole("shown_pulse", 0, 1_000_000);

    static final Real MEAN = real("diffusion_coefficient", "m2/s", 0, INFINITE);
    static final Whole PULSES = whole("pulses", 1, 1_000_000);
    static final Curve NUMBER = curve("pulse", "1");
    static final Curve DIRECTION = curve("direction", "1");
    static final Curve CHARGE = curve("state_of_charge", "1");
    static final Curve DIFFUSIVITY = curve("diffusion_coefficients", "m2/s");
    static final Curve DIFFUSIVITY_ERROR = curve("diffusion_coefficient_uncertainty", "m2/s");
    static final Curve RESISTANCE = curve("resistance", "Ohm");
    static final Curve RESISTANCE_ERROR = curve("resistance_uncertainty", "Ohm");
    static final Curve EQUILIBRIUM = curve("equilibrium_voltage", "V");
    static final Curve SLOPE = curve("voltage_per_charge", "V/(A.h)");
    static final Curve THETA = curve("theta", "1");
    static final Curve PEER_CHARGE = curve("formula_state_of_charge", "1");
    static final Curve PEER = curve("formula_diffusion_coefficient", "m2/s");
    static final Curve RATIO = curve("formula_ratio", "1");
    static final Curve ROOT_SLOPE = curve("voltage_per_root_second", "V");
    static final Curve SHOWN_TIME = curve("shown_time", "s");
    static final Curve SHOWN_VOLTAGE = curve("shown_voltage", "V");
    static final Curve SHOWN_FIT = curve("shown_fit", "V");
    static final Curve ROOT_TIME = curve("shown_root_time", "1");
    static final Curve ROOT_VOLTAGE = curve("shown_root_voltage", "V");
    static final Curve LINE_TIME = curve("shown_line_root_time", "1");
    static final Curve LINE_VOLTAGE = curve("shown_line_voltage", "V");

    private static final List<Parameter> OUTPUTS = List.of(
            MEAN,
            PULSES,
            NUMBER,
            DIRECTION,
            CHARGE,
            DIFFUSIVITY,
            DIFFUSIVITY_ERROR,
            RESISTANCE,
            RESISTANCE_ERROR,
            EQUILIBRIUM,
            SLOPE,
            THETA,
            PEER_CHARGE,
            PEER,
            RATIO,
            ROOT_SLOPE,
            SHOWN_TIME,
            SHOWN_VOLTAGE,
            SHOWN_FIT,
            ROOT_TIME,
            ROOT_VOLTAGE,
            LINE_TIME,
            LINE_VOLTAGE,
            Quality.OUTPUT);

    private Terms() {}

    /** Which formula stands beside the fit. */
    static Choice method(Protocol protocol) {
        return choice("method", protocol.methods());
    }

    static Capability capability(Protocol protocol) {
        List<Parameter> inputs = List.of(
                TIME,
                CURRENT,
                VOLTAGE,
                RADIUS,
                CAPACITY,
                FIRST_CHARGE,
                method(protocol),
                WINDOW_START,
                WINDOW_END,
                DRIFT,
                CHANGE,
                TOGETHER,
                INITIAL,
                NEIGHBOURS,
                SHOWN);
        return new Capability(protocol.analysis(), inputs, OUTPUTS)
                .byDefault(CAPACITY.name(), Quantity.of(0, "A.h"))
                .byDefault(FIRST_CHARGE.name(), Quantity.of(0, "1"))
                .byDefault("method", new Text(Method.SERIES))
                .byDefault(WINDOW_START.name(), Quantity.of(1, "s"))
                .byDefault(WINDOW_END.name(), Quantity.of(protocol.windowEnd(), "s"))
                .byDefault(DRIFT.name(), new Text("current"))
                .byDefault(CHANGE.name(), new Text("last-sample-before"))
                .byDefault(TOGETHER.name(), new Text("each-pulse"))
                .byDefault(INITIAL.name(), Series.of("V"))
                .byDefault(NEIGHBOURS.name(), Quantity.of(protocol.neighbours(), "1"))
                .byDefault(SHOWN.name(), Quantity.of(0, "1"));
    }
}
