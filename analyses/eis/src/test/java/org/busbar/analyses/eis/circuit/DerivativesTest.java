package org.busbar.analyses.eis.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.busbar.analyses.eis.circuit.Slot.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Analytic derivatives against central differences, for each element and for nested circuits. */
class DerivativesTest {

    private static final double[] OMEGAS = {1e-3, 0.05, 1, 20, 3e3, 1e6};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R1",
                "L1",
                "C1",
                "CPE1",
                "W1",
                "Wo1",
                "Ws1",
                "ZARC1",
                "G1",
                "La1",
                "R0-L0-C1-CPE1",
                "p(R1,C1)",
                "p(R1-Wo1,CPE1)",
                "L0-R0-p(R1,C1)-p(R2-Ws1,CPE2)-W1",
                "R0-p(R1-p(R2-p(R3,CPE3),C2,G2),C1,L1)-ZARC4-La5"
            })
    void derivative_by_each_parameter_is_the_slope_of_the_impedance(String text) {
        Circuit circuit = CircuitText.read(text);
        double[] values = values(circuit.parameters());
        for (double omega : OMEGAS) {
            for (int i = 0; i < values.length; i++) {
                check(circuit, values, i, Omega.of(omega));
            }
        }
    }

    private static double[] values(List<Slot> slots) {
        double[] values = new double[slots.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = slots.get(i).kind() == Kind.EXPONENT ? 0.6 + 0.05 * i : 0.7 + 0.3 * i;
        }
        return values;
    }

    private static void check(Circuit circuit, double[] values, int parameter, Omega omega) {
        Response at = respond(circuit, values, omega);
        double step = 1e-5 * values[parameter];
        double[] moved = values.clone();
        moved[parameter] = values[parameter] + step;
        Response up = respond(circuit, moved, omega);
        moved[parameter] = values[parameter] - step;
        Response down = respond(circuit, moved, omega);
        double modulus = Math.hypot(at.real(), at.imaginary()) / values[parameter];
        double size = Math.hypot(at.realBy(parameter), at.imaginaryBy(parameter));
        double tolerance = 1e-8 * size + 1e-10 * modulus;
        String where = circuit.parameters().get(parameter).name() + " at " + omega.value() + " rad/s";
        assertEquals((up.real() - down.real()) / (2 * step), at.realBy(parameter), tolerance, where);
        assertEquals((up.imaginary() - down.imaginary()) / (2 * step), at.imaginaryBy(parameter), tolerance, where);
        assertTrue(Double.isFinite(size), where);
    }

    private static Response respond(Circuit circuit, double[] values, Omega omega) {
        Response response = new Response(values.length);
        circuit.respond(omega, values, response);
        return response;
    }
}
