package org.busbar.distribution.bench.studies.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlotTest {

    @Test
    void ticks_are_round_and_inside() {
        Axis axis = new Axis("x", 0.13, 1.02);
        List<String> ticks = axis.ticks().stream().map(axis::text).toList();
        assertEquals(List.of("0.2", "0.4", "0.6", "0.8", "1.0"), ticks);
        assertEquals("0", new Axis("x", -1, 4).text(-0.0));
    }

    @Test
    void an_axis_without_length_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Axis("x", 1, 1));
    }

    @Test
    void a_drawing_has_title_labels_legend_and_escapes_them() {
        String svg = new Plot("a < b", new Axis("time, min", 0, 1), new Axis("R & D", 0, 1))
                .line("up", Colour.BLUE, new double[] {0, 1}, new double[] {0, 1})
                .svg();
        assertTrue(svg.contains("a &lt; b</text>") && svg.contains("R &amp; D</text>"));
        assertTrue(svg.contains("time, min</text>") && svg.contains(">up</text>"));
    }

    @Test
    void what_is_not_finite_is_left_out_and_cells_without_a_value_are_grey() {
        double[] x = {0, 1};
        String svg = new Plot("t", new Axis("x", 0, 1), new Axis("y", 0, 1))
                .dots("d", Colour.BLUE, 2, x, new double[] {Double.NaN, 1})
                .cells("z", 0, 1, new double[][] {{Double.NaN, 1}})
                .svg();
        assertFalse(svg.contains("NaN"));
        assertTrue(svg.contains(Shades.NONE) && svg.contains("#fde725"));
    }
}
