package org.busbar.analyses.conductivity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

class ReplicatesTest implements AnalysisContract {

    private final Replicates analysis = new Replicates();
    private final Values scattered = Values.of("conductivity", Series.of("S/m", 1.00, 1.02, 0.97, 1.05))
            .with("conductivity_uncertainty", Series.of("S/m", 0.01, 0.01, 0.01, 0.01));

    @Override
    public Analysis analysis() {
        return analysis;
    }

    @Override
    public List<Values> examples() {
        return List.of(scattered, Values.of("conductivity", Series.of("mS/cm", 9, 10, 11)));
    }

    /** With equal uncertainties both methods give the variance of the sample less that of one value. */
    @Test
    void equal_uncertainties_have_a_closed_form() {
        double variance = (0.01 * 0.01 + 0.01 * 0.01 + 0.04 * 0.04 + 0.04 * 0.04) / 3;
        for (String method : List.of("mandel-paule", "dersimonian-laird")) {
            Values found = analysis.apply(scattered.with("method", new Text(method)));
            assertEquals(1.01, found.quantity("conductivity_pooled").value(), 1e-12);
            assertEquals(Math.sqrt(variance - 1e-4), found.quantity("between").value(), 1e-9);
            assertEquals(0.01, found.quantity("within").value(), 1e-12);
            assertEquals(
                    Math.sqrt(variance / 4),
                    found.quantity("conductivity_pooled").uncertainty(),
                    1e-9);
        }
    }

    @Test
    void values_that_agree_have_nothing_between_them() {
        Values found = analysis.apply(scattered.with("conductivity", Series.of("S/m", 1, 1.001, 0.999, 1)));
        assertEquals(0, found.quantity("between").value());
        assertEquals(0.005, found.quantity("conductivity_pooled").uncertainty(), 1e-9);
    }

    @Test
    void a_cell_constant_does_not_average_out() {
        Values found = analysis.apply(scattered.with("cell_constant_uncertainty", Quantity.of(10, "%")));
        assertTrue(found.quantity("conductivity_pooled").uncertainty() > 0.1);
    }

    @Test
    void outliers_are_flagged_and_stay() {
        Values found = analysis.apply(Values.of("conductivity", Series.of("S/m", 1, 1.01, 0.99, 1.02, 5, 1)));
        assertArrayEquals(new double[] {4}, ((Series) found.get("outliers")).values());
        assertEquals(Quality.Level.SUSPICIOUS, Quality.of(found).orElseThrow().level());
        assertEquals(10.02 / 6, found.quantity("conductivity_pooled").value(), 1e-12);
    }

    @Test
    void pictures_and_refusals() {
        assertEquals(1, analysis.charts(scattered, analysis.apply(scattered)).size());
        refused(Values.of("conductivity", Series.of("S/m", 1)), "1 values");
        refused(scattered.with("conductivity_uncertainty", Series.of("S/m", 1)), "1 of conductivity_uncertainty");
        refused(scattered.with("conductivity", Series.of("S/m", 1, 2, 0, 4)), "0.0 S/m at position 2");
    }

    private void refused(Values inputs, String word) {
        String message = assertThrows(IllegalArgumentException.class, () -> analysis.apply(inputs))
                .getMessage();
        assertTrue(message.contains(word), message);
    }
}
