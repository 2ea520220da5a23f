package org.busbar.drivers.simfurnace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MasterCurveTest {

    private static final double COOL = 80 + Heat.KELVIN;

    /** What a pellet is like after a firing in the furnace at 5 K/min. */
    private static Pellet fired(double acid, double celsius, double minutes) {
        Firing firing = new Firing(celsius + Heat.KELVIN, 5.0 / 60, minutes * 60, "air");
        Firing.Progress progress = Firing.Progress.begin();
        State state = State.cold().with(Pellet.green("p", acid));
        while (progress.stage() != Firing.Stage.DONE) {
            progress = firing.after(progress, state.heat(), COOL);
            state = state.after(progress.target());
        }
        return Objects.requireNonNull(state.pellet());
    }

    @Test
    void the_published_densities_are_met_as_well_as_the_readme_says() throws Exception {
        double squares = 0;
        List<String> rows = rows();
        for (String row : rows) {
            String[] cells = row.split(",");
            Pellet pellet =
                    fired(Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), Double.parseDouble(cells[3]));
            squares += Math.pow(100 * pellet.density() - Double.parseDouble(cells[4]), 2);
        }
        double deviation = Math.sqrt(squares / rows.size());
        assertEquals(22, rows.size());
        assertTrue(deviation < 3.5, "root mean square deviation " + deviation + " %");
    }

    private static List<String> rows() throws Exception {
        try (InputStream in =
                Objects.requireNonNull(MasterCurveTest.class.getResourceAsStream("/latp/latp_published.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }

    @Test
    void a_green_pellet_has_not_shrunk() {
        assertEquals(MasterCurve.GREEN, Pellet.green("p", 0).density(), 1e-12);
        assertEquals(0, Pellet.green("p", 0).shrinkage(), 1e-12);
    }

    @Test
    void density_rises_with_time_and_temperature_and_falls_beyond_the_best() {
        double low = fired(0, 820, 30).density();
        double longer = fired(0, 820, 300).density();
        double hotter = fired(0, 870, 30).density();
        double far = fired(0, 1050, 30).density();
        assertTrue(low < longer && low < hotter && far < hotter, low + ", " + longer + ", " + hotter + ", " + far);
    }

    @Test
    void less_acid_needs_more_temperature() {
        assertTrue(fired(-15, 900, 60).density() < fired(0, 900, 60).density());
        assertTrue(fired(-15, 1020, 60).density() > fired(0, 1020, 60).density());
    }
}
