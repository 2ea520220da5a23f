package org.busbar.analyses.conductivity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.busbar.analyses.conductivity.CircuitModel.Freedom;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircuitModelTest {

    private static final Circuit TRUTH = Spectra.circuit(51, 2.2e-5, 0.93, 3.5e-7);
    private final Spectrum spectrum = Spectra.spectrum(Spectra.of(TRUTH, 0, 0));
    private final Circuit start = new Circuit(40, 90, 0.8, 1e-6, spectrum.centre());

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void the_jacobian_is_that_of_finite_differences(boolean exponent, boolean inductance) {
        CircuitModel model = new CircuitModel(spectrum, start, new Freedom(exponent, inductance));
        RealVector at = new ArrayRealVector(model.start());
        RealMatrix jacobian = model.value(at).getSecond();
        assertEquals(at.getDimension(), jacobian.getColumnDimension());
        for (int i = 0; i < at.getDimension(); i++) {
            assertArrayEquals(difference(model, at, i), jacobian.getColumn(i), 1e-8);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void coordinates_lead_back_to_the_circuit(boolean exponent, boolean inductance) {
        CircuitModel model = new CircuitModel(spectrum, start, new Freedom(exponent, inductance));
        Circuit back = model.circuit(new ArrayRealVector(model.start()));
        assertEquals(start.resistance(), back.resistance(), 1e-12);
        assertEquals(start.reactance(), back.reactance(), 1e-12);
        assertEquals(start.exponent(), back.exponent(), 1e-15);
        assertEquals(start.inductance(), back.inductance(), 1e-20);
    }

    /** Five-point rule. */
    private static double[] difference(CircuitModel model, RealVector at, int coordinate) {
        double step = 1e-3;
        RealVector near = moved(model, at, coordinate, step).subtract(moved(model, at, coordinate, -step));
        RealVector far = moved(model, at, coordinate, 2 * step).subtract(moved(model, at, coordinate, -2 * step));
        return near.mapMultiply(8).subtract(far).mapDivide(12 * step).toArray();
    }

    private static RealVector moved(CircuitModel model, RealVector at, int coordinate, double step) {
        RealVector moved = at.copy();
        moved.addToEntry(coordinate, step);
        return model.value(moved).getFirst();
    }
}
