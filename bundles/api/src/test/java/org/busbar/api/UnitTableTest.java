package org.busbar.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of units.csv both ways; its numbers were worked out from definitions, by another program. */
class UnitTableTest {

    private static final double X = 1.2345;

    record Row(String ucum, String dimension, double factor, double offset) {

        static Row of(String line) {
            String[] cells = line.split(",");
            return new Row(cells[0], cells[1], Double.parseDouble(cells[2]), Double.parseDouble(cells[3]));
        }

        Unit unit() {
            return Unit.of(ucum);
        }

        /** The product of SI base units, spelt from the dimension. */
        Unit si() {
            return Unit.of(dimension.replace(' ', '.').replace("pH", "[pH]"));
        }

        double inSi(double value) {
            return value * factor + offset;
        }
    }

    private static final List<Row> ROWS = read();

    static List<Row> rows() {
        return ROWS;
    }

    @Test
    void the_table_covers_the_lab() {
        assertTrue(ROWS.size() >= 260, ROWS.size() + " rows");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void is_what_it_is_by_definition(Row row) {
        assertEquals(row.dimension(), row.unit().dimension());
        assertNear(row.factor(), row.unit().factor());
        assertNear(row.offset(), row.unit().offset());
        assertEquals(row.ucum(), row.unit().ucum());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void goes_to_si_and_comes_back(Row row) {
        assertEquals(row.dimension(), row.si().dimension());
        assertNear(row.inSi(X), row.unit().convert(X, row.si()));
        assertNear(X, row.si().convert(row.inSi(X), row.unit()));
        assertNear(X * row.factor(), row.unit().convertDifference(X, row.si()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void goes_to_a_second_code_and_comes_back(Row row) {
        Row second = ROWS.stream()
                .filter(other -> !other.equals(row) && other.dimension().equals(row.dimension()))
                .findFirst()
                .orElseThrow();
        double there = row.unit().convert(X, second.unit());
        assertEquals(row.inSi(X), second.inSi(there), tolerance(row.inSi(X)));
        assertEquals(X, second.unit().convert(there, row.unit()), roundTrip(row, second));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void refuses_what_measures_something_else(Row row) {
        Unit other = Unit.of(row.dimension().equals("cd") ? "K" : "cd");
        assertFalse(row.unit().measuresSameAs(other));
        assertRefused(row.unit(), other);
        assertRefused(other, row.unit());
    }

    private static void assertRefused(Unit from, Unit to) {
        String refusal = "Cannot convert " + from.ucum() + " (" + from.dimension() + ") to " + to.ucum() + " ("
                + to.dimension() + "): they measure different things";
        assertEquals(refusal, message(() -> from.convert(X, to)));
        assertEquals(refusal, message(() -> from.convertDifference(X, to)));
    }

    private static String message(Runnable conversion) {
        return assertThrows(IllegalArgumentException.class, conversion::run).getMessage();
    }

    private static void assertNear(double expected, double actual) {
        assertEquals(expected, actual, tolerance(expected));
    }

    private static double tolerance(double expected) {
        return 1e-12 * Math.abs(expected);
    }

    /** Next to an offset a double keeps fewer places of X. */
    private static double roundTrip(Row row, Row second) {
        return tolerance(X) + 1e-15 * Math.max(row.offset(), second.offset()) / row.factor();
    }

    private static List<Row> read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(UnitTableTest.class.getResourceAsStream("/units.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .filter(line -> !line.startsWith("#"))
                    .map(Row::of)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
