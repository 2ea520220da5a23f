package org.busbar.analyses.conductivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Chart;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

class ConductivityFromImpedanceTest implements AnalysisContract {

    private final ConductivityFromImpedance analysis = new ConductivityFromImpedance();

    @Override
    public Analysis analysis() {
        return analysis;
    }

    @Override
    public List<Values> examples() throws IOException {
        return List.of(Spectra.file("sample_25C.csv"), Spectra.file("sample_-10C.csv"));
    }

    @Test
    void units_do_not_matter() throws IOException {
        Values inputs = Spectra.file("sample_25C.csv");
        Values other = inputs.with("frequency", scaled(inputs, "frequency", 1e-3, "kHz"))
                .with("z_real", scaled(inputs, "z_real", 1e-3, "kOhm"))
                .with("z_imag", scaled(inputs, "z_imag", 1e3, "mOhm"))
                .with("cell_constant", Quantity.of(51.157, 0.034, "m-1"))
                .with("temperature", Quantity.of(298.15, 0.1, "K"));
        Values expected = analysis.apply(inputs);
        Values found = analysis.apply(other);
        for (String name : List.of("conductivity", "resistance", "chi2_reduced")) {
            Quantity e = expected.quantity(name);
            assertEquals(e.value(), found.quantity(name).value(), 1e-9 * e.value(), name);
        }
        assertEquals(expected.get("quality"), found.get("quality"));
        assertEquals(
                expected.quantity("conductivity").uncertainty(),
                found.quantity("conductivity").uncertainty(),
                1e-9);
    }

    @Test
    void the_order_of_the_rows_does_not_matter_to_the_last_bit() throws IOException {
        Values inputs = Spectra.file("sample_25C.csv");
        List<Integer> order = IntStream.range(0, 41).boxed().toList();
        List<Integer> shuffled = new ArrayList<>(order);
        Collections.shuffle(shuffled, new Random(7));
        Values other = inputs;
        for (String name : List.of("frequency", "z_real", "z_imag")) {
            double[] column = Spectra.column(inputs, name);
            double[] moved = shuffled.stream().mapToDouble(i -> column[i]).toArray();
            other = other.with(name, new Series(moved, ((Series) inputs.get(name)).unit()));
        }
        assertEquals(analysis.apply(inputs), analysis.apply(other));
    }

    @Test
    void pictures() throws IOException {
        for (Values inputs : examples()) {
            List<Chart> charts = analysis.charts(inputs, analysis.apply(inputs));
            assertEquals(
                    List.of("nyquist", "budget"),
                    charts.stream().map(Chart::name).toList());
        }
    }

    @Test
    void a_spectrum_that_violates_kramers_and_kronig_is_rejected() throws IOException {
        Values inputs = Spectra.file("sample_25C.csv");
        double[] real = Spectra.column(inputs, "z_real");
        double[] imaginary = Spectra.column(inputs, "z_imag");
        real[20] *= 1.1;
        imaginary[20] *= 1.1;
        Values found = analysis.apply(
                inputs.with("z_real", Series.of("Ohm", real)).with("z_imag", Series.of("Ohm", imaginary)));
        Quality quality = Quality.of(found).orElseThrow();
        assertTrue(quality.has("kk_violation") && quality.level() == Quality.Level.REJECTED, quality::toString);
    }

    private static Series scaled(Values inputs, String name, double factor, String ucum) {
        return Series.of(
                ucum,
                Arrays.stream(Spectra.column(inputs, name)).map(x -> x * factor).toArray());
    }
}
