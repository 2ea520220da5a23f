package org.busbar.analyses.eis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.busbar.analyses.eis.circuit.Circuit;
import org.busbar.analyses.eis.circuit.CircuitText;
import org.busbar.analyses.eis.circuit.Omega;
import org.busbar.analyses.eis.circuit.Response;
import org.busbar.analyses.eis.fit.CircuitFit;
import org.busbar.analyses.eis.fit.Request;
import org.busbar.analyses.eis.fit.Weighting;
import org.busbar.analyses.impedance.Spectrum;
import org.junit.jupiter.api.Test;

/** Standard errors against truth: 1,000 spectra of two arcs with .5 % of proportional noise. */
class CoverageTest {

    private static final int SETS = 1000;
    private static final double[] TRUTH = {12, 30, 2e-6, 55, 8e-4, .85};
    /** Student's t for 95 % and 136 degrees of freedom. */
    private static final double T = 1.9776;

    private final Circuit circuit = CircuitText.read("R0-p(R1,C1)-p(R2,CPE2)");
    private final Random random = new Random(0);

    @Test
    void intervals_of_95_percent_hold_the_true_resistances() throws Exception {
        Request request = new Request(Weighting.MODULUS, Map.of(), Map.of(), Map.of(), 2, 10_000);
        int[] held = new int[TRUTH.length];
        int polarisation = 0;
        for (int set = 0; set < SETS; set++) {
            CircuitFit fit = CircuitFit.of(circuit, spectrum(), request);
            assertTrue(fit.converged());
            for (int i = 0; i < held.length; i++) {
                held[i] += Math.abs(fit.values()[i] - TRUTH[i]) <= T * fit.error(i) ? 1 : 0;
            }
            double sum = fit.values()[1] + fit.values()[3];
            polarisation += Math.abs(sum - 85) <= T * fit.error(values -> values[1] + values[3]) ? 1 : 0;
        }
        assertEquals(95, 100.0 * polarisation / SETS, 2, "percent of intervals of R1 + R2");
        for (int resistance : new int[] {0, 1, 3}) {
            assertEquals(95, 100.0 * held[resistance] / SETS, 2, "percent of intervals of parameter " + resistance);
        }
    }

    private Spectrum spectrum() {
        int size = 71;
        double[] frequency = new double[size];
        double[] real = new double[size];
        double[] imaginary = new double[size];
        Response response = new Response(TRUTH.length);
        for (int k = 0; k < size; k++) {
            frequency[k] = Math.pow(10, 6 - 0.1 * k);
            circuit.respond(Omega.ofFrequency(frequency[k]), TRUTH, response);
            double noise = 0.005 * Math.hypot(response.real(), response.imaginary());
            real[k] = response.real() + noise * random.nextGaussian();
            imaginary[k] = response.imaginary() + noise * random.nextGaussian();
        }
        return Spectrum.of("test", 3, frequency, real, imaginary);
    }
}
