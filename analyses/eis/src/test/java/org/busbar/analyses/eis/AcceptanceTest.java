package org.busbar.analyses.eis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.busbar.analyses.eis.circuit.Circuit;
import org.busbar.analyses.eis.circuit.CircuitText;
import org.busbar.analyses.eis.circuit.Omega;
import org.busbar.analyses.eis.circuit.Response;
import org.busbar.analyses.impedance.Spectrum;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.junit.jupiter.api.Test;

/** The numbers that issue 6 asks for. */
class AcceptanceTest {

    private static final String TWO_ARCS = "R0-p(R1,C1)-p(R2,CPE2)";
    private static final String BATTERY = "R0-p(R1,C1)-p(R2-Wo1,C2)";
    private static final String START = "R0=.01, R1=.01, C1=100, R2=.01, Wo1_Z0=.05, Wo1_tau=100, C2=1";

    private final EquivalentCircuit eis = new EquivalentCircuit();

    @Test
    void two_exact_arcs_are_found() throws Exception {
        double[] values = values(eis.apply(Data.inputs("two_arcs_exact.csv", TWO_ARCS)));
        assertClose(new double[] {12, 30, 2e-6, 55, 8e-4, .85}, values, 1e-6);
    }

    @Test
    void two_noisy_arcs_are_found_with_their_standard_errors() throws Exception {
        Values outputs = eis.apply(Data.inputs("two_arcs_noise.csv", TWO_ARCS));
        double[] expected = {12.0041, 29.9995, 2.00251e-6, 55.042, 7.828e-4, .85312};
        double[] expectedErrors = {.0123, .0571, 5.6e-9, .160, 95e-7, .00298};
        double[] errors = outputs.get(Report.ERRORS);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], values(outputs)[i], .1 * expectedErrors[i], "parameter " + i);
            assertEquals(expectedErrors[i], errors[i], .05 * expectedErrors[i], "standard error " + i);
        }
        assertEquals(.00288618, outputs.get(Report.SQUARES), 1e-8);
        assertEquals("ok", outputs.get("quality").toString());
    }

    @Test
    void a_third_arc_is_refused() throws Exception {
        String three = "R0-p(R1,C1)-p(R2,CPE2)-p(R3,C3)";
        Values two = eis.apply(Data.inputs("two_arcs_noise.csv", TWO_ARCS));
        Values outputs = eis.apply(Data.inputs("two_arcs_noise.csv", three));
        assertEquals(3.2, outputs.get(Report.AICC) - two.get(Report.AICC), .1);
        assertEquals(.29, values(outputs)[6], .01);
        assertEquals(.58, outputs.get(Report.ERRORS)[6], .03);
        assertTrue(
                outputs.get("quality").toString().contains("not_identifiable: R3"), outputs.get("quality")::toString);

        Values choice = new CircuitChoice()
                .apply(Data.inputs(Data.columns("two_arcs_noise.csv"))
                        .with("circuits", new Text(three + "; " + TWO_ARCS)));
        assertEquals(TWO_ARCS, choice.get("recommended").toString());
        assertTrue(choice.get("quality").toString().contains("over_fitted: " + three + ", AICc 3."));
    }

    /**
     * The published set is not quite the minimum: the sum of squares at it is 1.943017e-5, as published, and ours is
     * lower. Along the direction in which they differ only Z0/sqrt(tau) is determined well.
     */
    @Test
    void a_battery_gives_the_published_parameters_from_the_published_start() throws Exception {
        Values outputs = eis.apply(battery(BATTERY, START).with("weighting", new Text("unit")));
        double[] published = {.0165187, .00867655, 3.32143, .00538996, .0630927, 232.520, .219542};
        double[] found = values(outputs);
        for (int i : new int[] {0, 1, 2, 3, 6}) {
            assertEquals(published[i], found[i], .002 * published[i], "parameter " + i);
        }
        double diffusion = published[4] / Math.sqrt(published[5]);
        assertEquals(diffusion, found[4] / Math.sqrt(found[5]), .002 * diffusion);
        assertEquals(published[5], found[5], .5 * outputs.get(Report.ERRORS)[5]);
        assertEquals(1.943017e-5, squares(published), 1e-11);
        assertEquals(1.942750e-5, squares(found), 1e-11);
        assertEquals(1.943017e-5, outputs.get(Report.SQUARES), .002 * 1.943017e-5);
        assertEquals(57, outputs.get(Report.FIT_FREQUENCY).length);
        assertEquals(9, outputs.get(Report.SET_ASIDE));
    }

    @Test
    void without_a_start_a_lower_minimum_is_found_and_with_one_it_is_told() throws Exception {
        Values free = eis.apply(Data.inputs("exampleData.csv", BATTERY).with("weighting", new Text("unit")));
        assertTrue(free.get(Report.SQUARES) < 1.46e-5);
        Values started = eis.apply(battery(BATTERY, START).with("weighting", new Text("unit")));
        assertTrue(flagged(started, "local_minimum"), started.get("quality")::toString);
    }

    /** By another path than that of the fit: unweighted, from the measured points. */
    private static double squares(double[] values) throws Exception {
        Spectrum spectrum = Data.battery();
        Circuit circuit = CircuitText.read(BATTERY);
        Response response = new Response(values.length);
        double sum = 0;
        for (int k = 0; k < spectrum.size(); k++) {
            circuit.respond(Omega.ofFrequency(spectrum.frequency(k)), values, response);
            sum += Math.pow(response.real() - spectrum.real(k), 2);
            sum += Math.pow(response.imaginary() - spectrum.imaginary(k), 2);
        }
        return sum;
    }

    @Test
    void a_battery_weighted_by_modulus_does_not_show_the_time_of_diffusion() throws Exception {
        Values outputs = eis.apply(battery(BATTERY, START));
        assertTrue(outputs.get("quality").toString().contains("not_identifiable: Wo1_tau"));
        assertTrue(outputs.get("quality").toString().contains("best determined is Wo1_Z0 * Wo1_tau^-0.5"));
        double[] expected = {.0163986, .00905622, 3.06043, .00528668, .144869, 1320.13, .201514};
        double[] errors = {87e-6, 151e-6, .13, 133e-6, .256, 4660, .0097};
        for (int i = 0; i < expected.length; i++) {
            double tolerance = Math.max(.002 * expected[i], .05 * errors[i]);
            assertEquals(expected[i], values(outputs)[i], tolerance, "parameter " + i);
            assertEquals(errors[i], outputs.get(Report.ERRORS)[i], .05 * errors[i], "standard error " + i);
        }
    }

    @Test
    void a_randles_circuit_predicts_the_impedance() throws Exception {
        String randles = "R0-p(R1-Wo1,C1)";
        Values outputs = eis.apply(battery(randles, "R0=.01, R1=.005, Wo1_Z0=.01, Wo1_tau=200, C1=.1")
                .with("weighting", new Text("unit")));
        assertClose(new double[] {.0186236, .0116804, .0627121, 221.233, 1.17171}, values(outputs), .002);
        Circuit circuit = CircuitText.read(randles);
        Response response = new Response(5);
        circuit.respond(Omega.ofFrequency(10), values(outputs), response);
        assertEquals(.0251618, response.real(), .002 * .0251618);
        assertEquals(-.00601304, response.imaginary(), .002 * .00601304);
    }

    @Test
    void the_peer_is_reproduced_by_name() throws Exception {
        Values peer = eis.apply(battery(BATTERY, START)
                .with("method", new Text("peer:impedance.py"))
                .with("starts", Quantity.of(1, "1")));
        assertEquals(.0165187, values(peer)[0], .002 * .0165187);
        assertEquals(1.943017e-5, peer.get(Report.SQUARES), .002 * 1.943017e-5);
        assertEquals(57, peer.get(Report.FIT_FREQUENCY).length);
    }

    @Test
    void an_inductance_is_found_and_points_above_the_axis_are_set_aside_without_one() throws Exception {
        Values with = eis.apply(Data.inputs("inductive_exact.csv", "L0-" + TWO_ARCS));
        assertEquals(1e-6, values(with)[0], 1e-12);
        assertEquals(0, with.get(Report.SET_ASIDE));
        Values without = eis.apply(Data.inputs("inductive_exact.csv", TWO_ARCS));
        assertTrue(without.get(Report.SET_ASIDE) > 0);
        assertTrue(flagged(without, "model_rejected"), without.get("quality")::toString);
    }

    @Test
    void a_spectrum_that_violates_kramers_kronig_does_not_reach_an_optimizer() throws Exception {
        Values outputs = eis.apply(Data.inputs("jump.csv", TWO_ARCS));
        assertEquals(Quality.Level.REJECTED, Quality.of(outputs).orElseThrow().level());
        assertTrue(flagged(outputs, "kk_violation"));
        Values drift = eis.apply(Data.inputs("drift.csv", TWO_ARCS));
        assertTrue(flagged(drift, "kk_suspicious"), drift.get("quality")::toString);
        assertTrue(!flagged(
                eis.apply(Data.inputs("jump.csv", TWO_ARCS).with("kramers_kronig", new Text("no"))), "kk_violation"));
    }

    private static boolean flagged(Values outputs, String word) {
        return Quality.of(outputs).orElseThrow().has(word);
    }

    private static Values battery(String circuit, String start) throws Exception {
        return Data.inputs("exampleData.csv", circuit).with("start", new Text(start));
    }

    private static double[] values(Values outputs) {
        return ((Series) outputs.get("values")).values();
    }

    private static void assertClose(double[] expected, double[] found, double relative) {
        assertEquals(expected.length, found.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], relative * expected[i], "parameter " + i);
        }
    }
}
