package org.busbar.distribution.bench.studies.latp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.busbar.distribution.bench.studies.Data;
import org.junit.jupiter.api.Test;

class SyntheticSurfaceTest {

    @Test
    void passes_through_all_24_known_conductivities() throws Exception {
        Map<Condition, Double> known = Published.read(Data.folder());
        SyntheticSurface surface = SyntheticSurface.through(known);
        assertEquals(24, known.size());
        known.forEach(
                (where, value) -> assertEquals(value, surface.conductivity(where), 1e-7 * value, where.toString()));
    }

    @Test
    void has_the_published_best_on_the_initial_grid() throws Exception {
        SyntheticSurface surface = SyntheticSurface.through(Published.read(Data.folder()));
        for (Condition each : Grid.initial().conditions()) {
            assertTrue(each.equals(Published.BEST) || surface.log10(each) < surface.log10(Published.BEST));
        }
    }

    @Test
    void is_the_same_each_time() throws Exception {
        Map<Condition, Double> known = Published.read(Data.folder());
        SyntheticSurface surface = SyntheticSurface.through(known);
        SyntheticSurface again = SyntheticSurface.through(known);
        for (Condition each : Grid.late().conditions()) {
            assertEquals(surface.log10(each), again.log10(each));
        }
    }

    @Test
    void refuses_a_condition_off_the_grid() throws Exception {
        SyntheticSurface surface = SyntheticSurface.through(Published.read(Data.folder()));
        assertThrows(IllegalArgumentException.class, () -> surface.log10(new Condition(0, 901, 30)));
    }

    @Test
    void the_grids_have_the_published_sizes_and_hold_each_other() {
        assertEquals(80, Grid.initial().conditions().size());
        assertEquals(5 * 7 * 12, Grid.early().conditions().size());
        assertEquals(9 * 13 * 22, Grid.late().conditions().size());
        assertTrue(Grid.early().conditions().containsAll(Grid.initial().conditions()));
        assertTrue(Grid.late().conditions().containsAll(Grid.early().conditions()));
    }
}
