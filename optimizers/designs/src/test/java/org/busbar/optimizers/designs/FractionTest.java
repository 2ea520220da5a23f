package org.busbar.optimizers.designs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FractionTest {

    /** Montgomery, Design and Analysis of Experiments, table of two-level fractions: 2^(5-2) with D = AB, E = AC. */
    @Test
    void quarter_of_five_factors_has_the_aliases_of_the_textbooks() {
        Fraction fraction = Fraction.find(5, 3);
        assertEquals("2^(5-2)", fraction.title());
        assertEquals(Fraction.read(5, "D = AB, E = AC"), fraction);
        assertEquals(List.of("ABD", "ACE", "BCDE"), names(fraction.words()));
        assertEquals(3, fraction.resolution());
        assertEquals(
                "A = BD = CE; B = AD; C = AE; D = AB; E = AC; BC = DE; BE = CD",
                FractionalFactorial.confounded(fraction));
        assertEquals(List.of("AD", "CDE", "ABCE"), names(fraction.aliases(set("B"), 5)));
    }

    /** Runs and resolutions of Box, Hunter & Hunter, Statistics for Experimenters, for the usual fractions. */
    @Test
    void smallest_fractions_are_those_of_the_textbooks() {
        assertEquals("2^(3-1)", Fraction.find(3, 3).title());
        assertEquals("2^(4-1)", Fraction.find(4, 4).title());
        assertEquals("2^(5-1)", Fraction.find(5, 4).title());
        assertEquals(5, Fraction.find(5, 4).resolution());
        assertEquals("2^(6-2)", Fraction.find(6, 4).title());
        assertEquals("2^(6-3)", Fraction.find(6, 3).title());
        assertEquals("2^(6-1)", Fraction.find(6, 5).title());
        assertEquals("2^(7-4)", Fraction.find(7, 3).title());
        assertEquals("2^(7-3)", Fraction.find(7, 4).title());
        assertEquals("2^(8-4)", Fraction.find(8, 4).title());
        assertEquals("2^(8-2)", Fraction.find(8, 5).title());
        assertEquals("2^(15-11)", Fraction.find(15, 3).title());
        assertEquals("2^(16-11)", Fraction.find(16, 4).title());
        assertEquals("2^2", Fraction.find(2, 3).title());
    }

    /** 2^(9-4) has six words of length 4 at the least (Fries and Hunter 1980). */
    @Test
    void has_the_fewest_short_words() {
        assertEquals("2^(9-4)", Fraction.find(9, 4).title());
        assertEquals(
                6,
                Arrays.stream(Fraction.find(9, 4).words())
                        .filter(w -> Integer.bitCount(w) == 4)
                        .count());
        assertEquals(
                3,
                Arrays.stream(Fraction.find(6, 4).words())
                        .filter(w -> Integer.bitCount(w) == 4)
                        .count());
    }

    @Test
    void every_word_is_high_in_every_run_and_columns_are_balanced() {
        Fraction fraction = Fraction.find(7, 3);
        boolean[][] rows = fraction.rows();
        assertEquals(8, rows.length);
        for (int word : fraction.words()) {
            for (boolean[] row : rows) {
                assertEquals(0, low(row, word) % 2, Fraction.name(word));
            }
        }
        for (int factor = 0; factor < 7; factor++) {
            int column = factor;
            assertEquals(4, Arrays.stream(rows).filter(row -> row[column]).count());
        }
    }

    @Test
    void refuses_generators_that_generate_nothing() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Fraction.read(5, "E = AB, D = AC"))
                .getMessage()
                .contains("D = AB, E = AC"));
        assertThrows(IllegalArgumentException.class, () -> Fraction.read(5, "D = AX, E = AC"));
        assertThrows(IllegalArgumentException.class, () -> Fraction.read(2, "A = B, B = C, C = D"));
        assertThrows(IllegalArgumentException.class, () -> Fraction.find(17, 4));
    }

    private static int low(boolean[] row, int word) {
        int low = 0;
        for (int i = 0; i < row.length; i++) {
            low += (word >> i & 1) == 1 && !row[i] ? 1 : 0;
        }
        return low;
    }

    private static int set(String letters) {
        return letters.chars().map(letter -> 1 << (letter - 'A')).sum();
    }

    private static List<String> names(int[] sets) {
        return Arrays.stream(sets).mapToObj(Fraction::name).toList();
    }
}
