package org.busbar.api.chart;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.busbar.api.Series;
import org.busbar.api.Unit;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final Axis OHM = Axis.linear("Re Z", "Ohm");
    private static final Axis PARTS = Axis.names("part");

    @Test
    void converts_units_and_refuses_those_that_measure_something_else() {
        Series kilo = Series.of("kOhm", 1, 2);
        assertDoesNotThrow(() -> new Chart("a", "", OHM, OHM, new Layer.Line("", kilo, kilo, Layer.Stroke.SOLID)));
        refused(OHM, new Layer.Line("", kilo, Series.of("V", 1, 2), Layer.Stroke.SOLID));
        refused(OHM, new Layer.Rule("", 1, Unit.of("V"), true, Layer.Stroke.DASHED));
    }

    @Test
    void refuses_columns_of_different_length() {
        Series two = Series.of("Ohm", 1, 2);
        Series three = Series.of("Ohm", 1, 2, 3);
        refused(OHM, new Layer.Band("", two, two, three));
        refused(OHM, new Layer.Points("", two, two, three, List.of(), Layer.Mark.CROSS));
        refused(OHM, new Layer.Points("", two, two, two, List.of("one"), Layer.Mark.CROSS));
        refused(OHM, new Layer.Cells("", two, two, three));
        refused(PARTS, new Layer.Bars("", List.of("one"), two));
    }

    @Test
    void shows_bars_beside_names_only() {
        Layer bars = new Layer.Bars("", List.of("a", "b"), Series.of("Ohm", 1, 2));
        assertDoesNotThrow(() -> new Chart("a", "", OHM, PARTS, bars));
        refused(OHM, bars);
    }

    @Test
    void has_a_name_fit_for_a_file() {
        assertThrows(IllegalArgumentException.class, () -> new Chart("../a", "", OHM, OHM));
    }

    private static void refused(Axis vertical, Layer layer) {
        assertThrows(IllegalArgumentException.class, () -> new Chart("a", "", OHM, vertical, layer));
    }
}
