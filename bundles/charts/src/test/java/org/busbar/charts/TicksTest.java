package org.busbar.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.busbar.api.Unit;
import org.busbar.api.chart.Axis;
import org.junit.jupiter.api.Test;

class TicksTest {

    private static final Axis LINEAR = Axis.linear("voltage", "V");
    private static final Axis LOGARITHMIC = Axis.logarithmic("time", "s");

    @Test
    void round_numbers_on_a_linear_axis() {
        assertEquals(List.of("0.0", "0.2", "0.4", "0.6", "0.8", "1.0"), labels(Ticks.linear(domain(0, 1), 5)));
        assertEquals(List.of("−10", "−5", "0", "5"), labels(Ticks.linear(domain(-11, 9), 4)));
    }

    @Test
    void a_power_of_ten_is_taken_out_of_small_and_large_numbers() {
        Ticks ticks = Ticks.linear(domain(0, 3.1e-5), 3);
        assertEquals(-6, ticks.exponent());
        assertEquals(List.of("0", "20"), labels(ticks));
    }

    @Test
    void decades_on_a_logarithmic_axis() {
        assertEquals(
                List.of("0.01", "0.1", "1", "10", "100"), labels(Decades.of(new Domain(LOGARITHMIC, 0.008, 200), 8)));
        assertEquals(List.of("10⁻⁵", "10⁰", "10⁵"), labels(Decades.of(new Domain(LOGARITHMIC, 1e-6, 1e6), 3)));
        assertEquals(List.of("1", "2", "5"), labels(Decades.of(new Domain(LOGARITHMIC, 0.9, 8), 8)));
    }

    @Test
    void units_are_written_as_people_do() {
        assertEquals("mS/cm", Titles.unit(Unit.of("mS/cm")));
        assertEquals("m²/s", Titles.unit(Unit.of("m2/s")));
        assertEquals("µA", Titles.unit(Unit.of("uA")));
        assertEquals("Ω·cm²", Titles.unit(Unit.of("Ohm.cm2")));
        assertEquals("°C", Titles.unit(Unit.of("Cel")));
        assertEquals("s⁻¹", Titles.unit(Unit.of("s-1")));
        assertEquals("conductivity / (mS/cm)", Titles.of(Axis.linear("conductivity", "mS/cm")));
    }

    private static Domain domain(double low, double high) {
        return new Domain(LINEAR, low, high);
    }

    private static List<String> labels(Ticks ticks) {
        return ticks.ticks().stream().map(Ticks.Tick::label).toList();
    }
}
