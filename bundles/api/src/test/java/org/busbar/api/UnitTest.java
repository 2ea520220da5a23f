package org.busbar.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {

    @Test
    void is_equal_to_what_is_spelt_alike_only() {
        assertEquals(Unit.of("mol/L"), Unit.of("mol/L"));
        assertEquals(Unit.of("mol/L").hashCode(), Unit.of("mol/L").hashCode());
        assertNotEquals(Unit.of("mol/L"), Unit.of("mol/l"));
        assertTrue(Unit.of("mol/L").measuresSameAs(Unit.of("mol/l")));
        assertEquals("mol/L", Unit.of("mol/L").toString());
    }

    @Test
    void capital_and_small_letters_differ() {
        assertFalse(Unit.of("mS/cm").measuresSameAs(Unit.of("ms/cm")));
        assertEquals(1e9, Unit.of("MPa").convert(1, Unit.of("mPa")));
        assertFalse(Unit.of("K").measuresSameAs(Unit.of("k[c]")));
    }

    @Test
    void a_prefix_goes_into_the_power() {
        assertEquals(1e6, Unit.of("m2").convert(1, Unit.of("mm2")));
    }

    @Test
    void reads_products_from_left_to_right() {
        assertEquals(Unit.of("m.A/s").dimension(), Unit.of("m/s.A").dimension());
        assertNotEquals(Unit.of("m/s.A").dimension(), Unit.of("m/(s.A)").dimension());
    }

    @Test
    void long_powers_and_products_are_read() {
        assertEquals("m99", Unit.of("m99").dimension());
        assertEquals("m-99", Unit.of("m-99").dimension());
        assertEquals(1e99, Unit.of("10*99").factor(), 1e85);
        assertEquals("m125", Unit.of("m" + ".m".repeat(124)).dimension());
        assertEquals("m", Unit.of("(".repeat(124) + "m" + ")".repeat(124)).dimension());
    }

    @ParameterizedTest
    @CsvSource({
        "mol, kg, mol.kg, mol/kg",
        "mA.h, g, mA.h.g, mA.h/g",
        "V, A.h, V.(A.h), V/(A.h)",
        "W, /m, W.(/m), W/(/m)",
        "m2, 10*3, m2.(10*3), m2/(10*3)",
        "m2, 1, m2.(1), m2/(1)",
    })
    void multiplies_and_divides(String left, String right, String product, String quotient) {
        Unit a = Unit.of(left);
        Unit b = Unit.of(right);
        assertEquals(product, a.times(b).ucum());
        assertEquals(quotient, a.per(b).ucum());
        assertEquals(a.factor() * b.factor(), a.times(b).factor(), 1e-12 * a.factor() * b.factor());
        assertEquals(a.factor() / b.factor(), a.per(b).factor(), 1e-12 * a.factor() / b.factor());
        assertEquals(a.dimension(), a.per(b).times(b).dimension());
    }

    @ParameterizedTest
    @CsvSource({
        "0, Cel, K, 273.15",
        "25, Cel, K, 298.15",
        "-273.15, Cel, K, 0",
        "32, [degF], Cel, 0",
        "212, [degF], Cel, 100",
        "-459.67, [degF], K, 0",
        "-40, Cel, [degF], -40",
        "491.67, [degR], Cel, 0",
        "80, [degRe], Cel, 100",
        "20, Cel{room}, K, 293.15",
        "20, (Cel), K, 293.15",
        "20, Cel1, K, 293.15",
    })
    void a_temperature_scale_that_stands_alone_has_an_offset(double value, String from, String to, double expected) {
        assertEquals(expected, Unit.of(from).convert(value, Unit.of(to)), 1e-12 * Math.abs(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cel.m/m", "1.Cel", "Cel/{step}", "/Cel", "Cel2", "Cel-1"})
    void a_temperature_scale_in_a_product_is_a_difference(String ucum) {
        assertEquals(0, Unit.of(ucum).offset());
        assertEquals(1, Unit.of(ucum).factor());
    }

    @Test
    void heat_capacities_count_differences() {
        assertEquals(4.18, Unit.of("kJ/(kg.Cel)").convert(4.18, Unit.of("J/(g.K)")), 1e-12);
        assertEquals(9, Unit.of("J/[degF]").convert(5, Unit.of("J/K")), 1e-12);
    }

    @Test
    void differences_forget_offsets() {
        assertEquals(1, Unit.of("Cel").convertDifference(1, Unit.of("K")));
        assertEquals(5, Unit.of("[degF]").convertDifference(9, Unit.of("Cel")), 1e-12);
        assertEquals(1.8, Unit.of("K").convertDifference(1, Unit.of("[degF]")), 1e-12);
    }

    @Test
    void conversion_leaves_no_dust() {
        assertEquals(0.74, Unit.of("mS/cm").convert(7.4, Unit.of("S/m")));
        assertEquals(1, Unit.of("s").convert(60, Unit.of("min")));
        assertEquals(1.5, Unit.of("min").convert(90, Unit.of("h")));
        assertEquals(0.02, Unit.of("mL").convert(20, Unit.of("L")));
        assertEquals(0.1, Unit.of("Cel").convert(0.1, Unit.of("Cel")));
    }

    @Test
    void what_is_no_number_stays_none() {
        assertEquals(Double.NaN, Unit.of("Cel").convert(Double.NaN, Unit.of("K")));
        assertEquals(Double.NEGATIVE_INFINITY, Unit.of("mL").convert(Double.NEGATIVE_INFINITY, Unit.of("L")));
    }

    @Test
    void ph_converts_to_nothing_else() {
        assertThrows(IllegalArgumentException.class, () -> Unit.of("[pH]").convert(7, Unit.ONE));
        assertThrows(IllegalArgumentException.class, () -> Unit.of("[pH]").convert(7, Unit.of("mol/L")));
    }

    @Test
    void many_threads_read_the_same() {
        List<UnitTableTest.Row> rows = UnitTableTest.rows();
        IntStream.range(0, 50_000).parallel().forEach(i -> {
            UnitTableTest.Row row = rows.get(i % rows.size());
            Unit fresh = Unit.of("(" + row.ucum() + ").{" + i + "}");
            assertEquals(row.dimension(), fresh.dimension(), row.ucum());
            assertEquals(row.factor(), fresh.factor(), 1e-12 * row.factor(), row.ucum());
        });
    }

    @Test
    void made_up_codes_do_not_fill_the_memory() {
        IntStream.range(0, 100_000).parallel().forEach(i -> Unit.of("V{" + i + "}"));
        // Threads that pass the check together may each add one.
        assertTrue(Unit.known() <= Unit.MOST_KNOWN + 100, Unit.known() + " units are kept");
        assertEquals("mL", Unit.of("mL").ucum());
    }
}
