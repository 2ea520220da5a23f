package org.busbar.analyses.drt;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private static final List<Analysis> BOTH = List.of(new LinearKramersKronig(), new RelaxationTimes());
    private final List<double[]> rows;
    private final Values good;

    RefusalTest() throws IOException {
        rows = Spectra.rows("two_arcs_noise.csv");
        good = Spectra.inputs(rows);
    }

    @Test
    void an_empty_spectrum() {
        refused(Spectra.inputs(List.of()), "0 points is too short");
    }

    @Test
    void one_point() {
        refused(Spectra.inputs(rows.subList(0, 1)), "1 points is too short");
    }

    @Test
    void four_points_have_no_distribution() {
        refused(new RelaxationTimes(), Spectra.inputs(rows.subList(0, 4)), "4 points", "5 or more");
    }

    @Test
    void columns_of_different_length() {
        refused(good.with("z_imag", Series.of("Ohm", 1, 2)), "z_imag has 2 values", "frequency has 71");
    }

    @Test
    void numbers_that_are_none() {
        refused(changed("z_real", 4, Double.NaN), "z_real", "position 4");
        refused(changed("frequency", 5, Double.POSITIVE_INFINITY), "frequency", "position 5");
    }

    @Test
    void frequencies_that_are_not_positive() {
        refused(changed("frequency", 3, 0), "0.0 Hz at position 3", "above 0 Hz");
        refused(changed("frequency", 70, -5), "-5.0 Hz at position 70");
    }

    @Test
    void a_negative_resistance() {
        double[] negative =
                Arrays.stream(Spectra.column(good, "z_real")).map(ohm -> -ohm).toArray();
        refused(good.with("z_real", Series.of("Ohm", negative)), "z_real is nowhere above 0 Ohm", "sign");
    }

    @Test
    void wrong_units() {
        refused(good.with("frequency", Series.of("s", Spectra.column(good, "frequency"))), "frequency", "Hz");
        refused(good.with("z_real", Series.of("V", Spectra.column(good, "z_real"))), "z_real", "Ohm");
    }

    @Test
    void missing_and_unknown_inputs() {
        refused(Values.of("frequency", good.get("frequency")), "z_real is missing", "z_imag is missing");
        refused(good.with("temperature", Quantity.of(20, "Cel")), "there is no input temperature");
    }

    @Test
    void settings_out_of_range() {
        refused(BOTH.get(0), good.with("overfit", Quantity.of(2, "1")), "overfit");
        refused(BOTH.get(0), good.with("method", new Text("peer:other")), "method", "peer:impedance.py");
        refused(BOTH.get(1), good.with("lambda", Quantity.of(0, "1")), "lambda");
        refused(BOTH.get(1), good.with("resamples", Quantity.of(2, "1")), "resamples", "20");
    }

    @Test
    void a_grid_that_is_too_fine() {
        double[] wide = Spectra.column(good, "frequency");
        wide[70] = 1e-30;
        Values inputs = good.with("frequency", Series.of("Hz", wide)).with("points_per_decade", Quantity.of(50, "1"));
        String message = message(new RelaxationTimes(), inputs);
        assertTrue(message.contains("time constants, at most 1000"), message);
    }

    private static void refused(Values inputs, String... words) {
        BOTH.forEach(analysis -> refused(analysis, inputs, words));
    }

    private static void refused(Analysis analysis, Values inputs, String... words) {
        String message = message(analysis, inputs);
        assertTrue(message.startsWith(analysis.capability().name() + ": "), message);
        for (String word : words) {
            assertTrue(message.contains(word), () -> message + " lacks " + word);
        }
    }

    private static String message(Analysis analysis, Values inputs) {
        return assertThrows(IllegalArgumentException.class, () -> analysis.apply(inputs))
                .getMessage();
    }

    private Values changed(String name, int at, double value) {
        Series series = (Series) good.get(name);
        double[] values = series.values();
        values[at] = value;
        return good.with(name, new Series(values, series.unit()));
    }
}
