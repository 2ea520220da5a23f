package org.busbar.drivers.simdropletcell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchwefelTest {

    private static final double EDGE = 50;

    @Test
    void has_its_minimum_where_the_books_say() {
        assertEquals(0, Schwefel.at(420.9687, 420.9687), 1e-4);
        assertEquals(837.9658, Schwefel.at(0, 0), 1e-9);
        for (double x = -500; x <= 500; x += 12.5) {
            for (double y = -500; y <= 500; y += 12.5) {
                assertTrue(Schwefel.at(x, y) >= 0, "below the minimum at " + x + ", " + y);
                assertEquals(Schwefel.at(x, y), Schwefel.at(y, x));
            }
        }
    }

    @Test
    void the_edges_of_the_plate_are_those_of_the_domain() {
        assertEquals(Schwefel.at(-500, 500), Schwefel.onPlate(0, EDGE, EDGE));
        assertEquals(Schwefel.at(0, 400), Schwefel.onPlate(25, 45, EDGE), 1e-9);
    }

    /** The example campaigns that have a target stop at the worst of the best 1 % of all points of the grid. */
    @ParameterizedTest
    @ValueSource(strings = {"sequential", "parallel"})
    void the_target_of_the_example_is_the_top_percentile_of_its_grid(String campaign) throws Exception {
        String file =
                Files.readString(Path.of("../../distribution/examples/droplet-cells/campaigns/" + campaign + ".yaml"));
        double min = number(file, "x: \\{[^}]*min: (\\S+?)[,}]");
        double max = number(file, "x: \\{[^}]*max: (\\S+?)[,}]");
        double step = number(file, "x: \\{[^}]*step: (\\S+?)[,}]");
        assertEquals(step, number(file, "y: \\{[^}]*step: (\\S+?)[,}]"));
        int side = (int) Math.round((max - min) / step) + 1;
        double[] values = new double[side * side];
        Arrays.setAll(values, i -> Schwefel.onPlate(min + step * (i / side), min + step * (i % side), EDGE));
        Arrays.sort(values);
        int best = (int) Math.ceil(0.01 * values.length);
        double threshold = values[best - 1];
        assertEquals(Math.ceil(threshold * 100) / 100, number(file, "target: \\{schwefel: (\\S+?)}"), threshold + "");
        assertTrue(values[best] > number(file, "target: \\{schwefel: (\\S+?)}"), "more than the best 1 % are enough");
    }

    private static double number(String file, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(file);
        assertTrue(found.find(), pattern);
        return Double.parseDouble(found.group(1));
    }
}
