package org.busbar.analyses.seigrowth;

import static org.busbar.api.Parameter.real;

import java.util.List;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Unit;
import org.busbar.api.Values;

/** The thirteen inputs of the study and the conductivity of the film, each with the range for which the model is meant. */
final class SeiInputs {

    /** The one that the study does not vary. */
    static final Real FILM_CONDUCTIVITY = real("film_conductivity", "S/m", 2.0e-4, 2.8e-4);

    /** In the order of {@link Cell}. */
    static final List<Real> ALL = List.of(
            real("current", "A", 0.13, 1.3),
            real("particle_radius", "um", 1, 5.5),
            real("sei_potential", "V", 0.1, 0.4),
            FILM_CONDUCTIVITY,
            real("electrolyte_fraction", "1", 0.3, 0.4),
            real("salt_diffusivity", "m2/s", 3.75e-10, 7.5e-10),
            real("solid_diffusivity", "m2/s", 3.6e-14, 1e-13),
            real("intercalation_exchange", "A/m2", 0.96, 3.6),
            real("sei_exchange", "A/m2", 4.5e-7, 1.5e-6),
            real("plating_exchange", "A/m2", 1e-4, 1e-3),
            real("cutoff", "V", 0.05, 0.1),
            real("maximum_concentration", "mol/m3", 3.15e4, 3.3e4),
            real("salt_concentration", "mol/m3", 1150, 1200),
            real("transference", "1", 0.363, 0.43));

    private SeiInputs() {}

    static Cell cell(Values values) {
        double[] x = ALL.stream()
                .mapToDouble(p -> values.quantity(p.name()).in(si(p)))
                .toArray();
        return cell(x);
    }

    private static Unit si(Real parameter) {
        return parameter.unit().equals(Unit.of("um")) ? Unit.of("m") : parameter.unit();
    }

    /** Of numbers in SI units, in the order of {@link #ALL}. */
    private static Cell cell(double[] x) {
        return new Cell(x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7], x[8], x[9], x[10], x[11], x[12], x[13]);
    }
}
