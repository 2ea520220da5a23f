package org.busbar.report;

import static org.busbar.api.Parameter.choice;
import static org.busbar.api.Parameter.real;
import static org.busbar.api.Parameter.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;
import org.busbar.api.optimize.Objective.Goal;
import org.busbar.api.optimize.Space;
import org.junit.jupiter.api.Test;

class CompositionTest {

    private static Standing standing(Values point, Parameter... space) {
        Trial trial = Made.done(1, "forest", point, Quantity.of(7, "mS/cm"));
        return Made.standing(Made.campaign(Goal.MAXIMIZE, Space.of(space), 1), List.of(trial), Optional.of(trial));
    }

    @Test
    void the_first_two_numeric_dimensions_are_drawn_in_their_own_units() {
        Values point = Values.of("solvent", new Text("EC"))
                .with("salt", Quantity.of(1200, "mmol/kg"))
                .with("cycles", Quantity.of(3, "1"))
                .with("share", Quantity.of(0.5, "1"));
        Composition plot = Composition.of(standing(
                        point,
                        choice("solvent", "EC", "PC"),
                        real("salt", "mol/kg", 0, 2),
                        whole("cycles", 1, 9),
                        real("share", "1", 0, 1)))
                .orElseThrow();
        assertEquals(
                List.of(new Composition.Axis("salt", "mol/kg", 0, 2), new Composition.Axis("cycles", "", 1, 9)),
                plot.axes());
        assertEquals(List.of("solvent", "share"), plot.others());
        assertEquals(List.of(1.2, 3.0), plot.points().get(0).at());
        assertEquals(7, plot.points().get(0).value());
        assertEquals(1, plot.best());
    }

    @Test
    void one_dimension_gives_one_axis() {
        Composition plot = Composition.of(standing(Values.of("share", Quantity.of(0.5, "1")), real("share", "1", 0, 1)))
                .orElseThrow();
        assertEquals(1, plot.axes().size());
        assertEquals(List.of(0.5), plot.points().get(0).at());
    }

    @Test
    void words_only_give_no_plot() {
        assertEquals(
                Optional.empty(),
                Composition.of(standing(Values.of("solvent", new Text("EC")), choice("solvent", "EC", "PC"))));
    }

    @Test
    void a_failed_trial_is_a_place_without_a_value() {
        Standing standing = Made.history(Goal.MAXIMIZE, Made.lost(1, Trial.State.FAILED, "spilt"))
                .standing();
        Composition plot = Composition.of(standing).orElseThrow();
        assertEquals(List.of(0.1, 0.3), plot.points().get(0).at());
        assertEquals(Trial.State.FAILED, plot.points().get(0).state());
        assertNull(plot.points().get(0).value());
        assertNull(plot.best());
    }
}
