package org.busbar.analyses.eis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private static final String TWO_ARCS = "R0-p(R1,C1)-p(R2,CPE2)";
    private final EquivalentCircuit eis = new EquivalentCircuit();
    private double[][] columns;

    @BeforeEach
    void read() throws Exception {
        columns = Data.columns("two_arcs_noise.csv");
    }

    @Test
    void an_empty_spectrum_and_one_point_are_refused() {
        assertRefused(inputs(cut(0)), "eis: a spectrum of 0 points is too short");
        assertRefused(inputs(cut(1)), "eis: a spectrum of 1 points is too short");
    }

    @Test
    void fewer_than_three_points_for_each_parameter_are_refused() {
        assertRefused(inputs(cut(17)), "eis: 17 points are too few for 6 parameters; give 18 or more");
    }

    @Test
    void the_order_of_the_points_has_no_effect() throws Exception {
        Values sorted = eis.apply(inputs(columns));
        double[][] turned = IntStream.range(0, 3)
                .mapToObj(c -> IntStream.range(0, 71)
                        .mapToDouble(i -> columns[c][(i * 30) % 71])
                        .toArray())
                .toArray(double[][]::new);
        assertArrayEquals(sorted.get(Report.VALUES), eis.apply(inputs(turned)).get(Report.VALUES));
    }

    @Test
    void repeated_frequencies_are_fitted_as_they_are() throws Exception {
        double[][] twice = Arrays.stream(columns)
                .map(column ->
                        IntStream.range(0, 142).mapToDouble(i -> column[i / 2]).toArray())
                .toArray(double[][]::new);
        double[] once = eis.apply(inputs(columns)).get(Report.VALUES);
        double[] found = eis.apply(inputs(twice)).get(Report.VALUES);
        for (int i = 0; i < once.length; i++) {
            assertEquals(once[i], found[i], 1e-6 * once[i]);
        }
    }

    @Test
    void what_is_no_number_is_refused() {
        columns[1][3] = Double.NaN;
        assertRefused(inputs(columns), "z_real has no number but NaN at position 3");
    }

    @Test
    void a_negative_resistance_is_refused() {
        columns[1] = Arrays.stream(columns[1]).map(z -> -z).toArray();
        assertRefused(inputs(columns), "z_real is nowhere above 0 Ohm");
    }

    @Test
    void an_imaginary_part_with_the_wrong_sign_is_refused() {
        columns[2] = Arrays.stream(columns[2]).map(z -> -z).toArray();
        assertRefused(inputs(columns), "71 of 71 points have z_imag above 0 Ohm");
    }

    @Test
    void columns_of_different_length_and_wrong_units_are_refused() {
        columns[2] = Arrays.copyOf(columns[2], 70);
        assertRefused(inputs(columns), "z_imag has 70");
        assertRefused(inputs(columns).with("frequency", Series.of("s", columns[0])), "frequency");
    }

    @Test
    void a_frequency_of_zero_is_refused() {
        columns[0][70] = 0;
        assertRefused(inputs(columns), "frequency");
    }

    @Test
    void a_circuit_that_is_none_is_refused_with_the_position() {
        assertRefused(inputs(columns).with("circuit", new Text("R0-p(R1,C1")), "position 11");
    }

    @Test
    void numbers_for_parameters_are_checked() {
        assertRefused(said("start", "R7=1"), "the circuit has no such parameter");
        assertRefused(said("start", "R0"), "it has no form such as R0=12");
        assertRefused(said("start", "R0=1, R0=2"), "again");
        assertRefused(said("start", "R0=-1"), "start R0 = -1.0 Ohm is not from");
        assertRefused(said("start", "R0=NaN"), "finite");
        assertRefused(said("fixed", "C1=1 Ohm"), "C1=1 Ohm");
        assertRefused(said("fixed", "C1=0"), "C1 = 0.0 F is not above 0");
        assertRefused(said("bounds", "R0=1"), "such as 0.5..1");
        assertRefused(said("bounds", "R0=2..1"), "is not a range");
        assertRefused(said("bounds", "R0=0..1"), "R0 = 0.0 Ohm is not above 0");
    }

    @Test
    void a_search_that_is_cut_short_is_rejected() throws Exception {
        Values outputs = eis.apply(
                inputs(columns).with("evaluations", Quantity.of(1, "1")).with("starts", Quantity.of(1, "1")));
        assertTrue(outputs.get("quality").toString().startsWith("rejected"));
        assertTrue(outputs.get("quality").toString().contains("no_convergence"));
    }

    @Test
    void bounds_and_fixed_values_are_kept_in_any_unit() throws Exception {
        Values outputs = eis.apply(said("bounds", "R1=1 mOhm..20 Ohm").with("fixed", new Text("C1=2 uF")));
        assertEquals(20, outputs.get(Report.VALUES)[1], 1e-9);
        assertEquals(2e-6, outputs.get(Report.VALUES)[2], 1e-18);
        assertEquals(0, outputs.get(Report.ERRORS)[2]);
        assertTrue(outputs.get("quality").toString().contains("at_bound: R1 = 20 Ohm"));
    }

    @Test
    void known_noise_that_is_smaller_than_the_residuals_rejects_the_model() throws Exception {
        Values small = eis.apply(inputs(columns).with("noise", Quantity.of(0.3, "%")));
        assertTrue(small.get("quality").toString().contains("model_rejected: chi2"));
        Values right = eis.apply(inputs(columns).with("noise", Quantity.of(0.5, "%")));
        assertFalse(right.get("quality").toString().contains("model_rejected"));
    }

    private Values said(String input, String text) {
        return inputs(columns).with(input, new Text(text));
    }

    private double[][] cut(int size) {
        return Arrays.stream(columns).map(column -> Arrays.copyOf(column, size)).toArray(double[][]::new);
    }

    private static Values inputs(double[][] of) {
        return Data.inputs(of).with("circuit", new Text(TWO_ARCS));
    }

    private void assertRefused(Values inputs, String part) {
        String message = assertThrows(IllegalArgumentException.class, () -> eis.apply(inputs))
                .getMessage();
        assertTrue(message.startsWith("eis") && message.contains(part), message);
    }
}
