package org.busbar.analyses.sensitivity;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalTest {

    private static final String CONSTANT = "x1,x2,y\n1,5,1\n2,5,2\n3,5,3\n4,5,4\n";
    private static final String WORD = "x1,x2,y\n1,5,1\n2,six,2\n3,7,3\n4,8,4\n";
    private static final String HOLE = "x1,x2,y\n1,5,1\n2,,2\n3,7,3\n4,8,4\n";

    private Bench bench;
    private List<Analysis> ofTables;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
        ofTables = List.of(
                new OneAtATime(bench.artifacts()),
                new MorrisFromTable(bench.artifacts()),
                new SobolFromTable(bench.artifacts()),
                new GaussianSensitivity(bench.artifacts()));
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @Test
    void constant_columns() throws IOException {
        for (Analysis analysis : ofTables) {
            refused(analysis, bench.table(CONSTANT), "'x2' is constant");
            refused(analysis, bench.table("x1,y\n1,3\n2,3\n3,3\n"), "'y' is constant");
        }
    }

    @Test
    void missing_columns_and_words_among_numbers() throws IOException {
        for (Analysis analysis : ofTables) {
            refused(analysis, bench.table(WORD), "line 3, column 'x2'", "'six' is no number");
            refused(analysis, bench.table(HOLE).with("inputs", new Text("x1, x9")), "no column 'x9'");
            refused(analysis, bench.table(HOLE).with("output", new Text("z")), "no column 'z'");
        }
    }

    @Test
    void empty_and_broken_tables() throws IOException {
        for (Analysis analysis : ofTables) {
            refused(analysis, bench.table(""), "empty");
            refused(analysis, bench.table("x1,x2,y\n"), "no rows");
            refused(analysis, bench.table("x1,x2,y\n1,2,3\n1,2\n"), "line 3", "cells");
        }
    }

    @Test
    void designs_with_a_hole() throws IOException {
        refused(ofTables.get(1), bench.table(HOLE), "1 of 4 rows have an empty cell");
        refused(ofTables.get(2), bench.table(HOLE.replace("2,,", "2,NaN,")), "1 of 4 rows have an empty cell");
    }

    @Test
    void too_few_or_too_many_rows_for_a_process() throws IOException {
        refused(ofTables.get(3), bench.table("x1,x2,y\n1,5,1\n2,6,2\n3,7,5\n"), "3 complete rows", "8 to 1000 rows");
        double[][] wide = new double[10][12];
        Arrays.setAll(wide, i -> row(i, 12));
        refused(ofTables.get(3), bench.table(wide, row -> row[0]), "10 complete rows and 12 inputs", "14 to 1000");
    }

    @Test
    void tables_that_are_no_saltelli_table() throws Exception {
        Values design = new SobolDesign().apply(AcceptanceTest.box().with("samples", Quantity.of(16, "1")));
        double[][] rows = Bench.rows(design, 3);
        refused(ofTables.get(2), bench.table(Arrays.copyOf(rows, 78), Known::ishigamiOfAngles), "cut off", "78 rows");
        double[][] swapped = rows.clone();
        Collections.swap(Arrays.asList(swapped), 11, 12);
        refused(ofTables.get(2), bench.table(swapped, Known::ishigamiOfAngles), "row 12 is out of place");
        refused(
                ofTables.get(2),
                bench.table(Arrays.copyOf(rows, 35), Known::ishigamiOfAngles),
                "7 blocks of 5 runs are too few");
        refused(ofTables.get(2), bench.file("factorial_2p3.csv"), "no Saltelli table");
    }

    @Test
    void tables_without_trajectories() throws Exception {
        refused(ofTables.get(1), bench.table(Known.angles(8, 1), Known::ishigamiOfAngles), "row 2 does not change one");
        refused(ofTables.get(1), bench.table(Known.angles(9, 1), Known::ishigamiOfAngles), "cut off");
        refused(ofTables.get(1), bench.table("x1,x2,y\n0,0,1\n1,0,2\n1,1,4\n"), "one trajectory has no spread");
    }

    @Test
    void tables_without_single_steps() throws Exception {
        refused(ofTables.get(0), bench.table(Known.angles(8, 1), Known::ishigamiOfAngles), "no run differs from row 1");
        refused(ofTables.get(0), bench.file("factorial_2p3.csv").with("base", Quantity.of(9, "1")), "base = 9");
    }

    @Test
    void designs_without_names_or_ranges() {
        for (Analysis design : List.of(new SobolDesign(), new MorrisDesign())) {
            refused(design, AcceptanceTest.box().with("inputs", new Text("")), "names nothing");
            refused(design, AcceptanceTest.box().with("inputs", new Text("a, b, a")), "given twice");
            refused(design, AcceptanceTest.box().with("low", Series.of("1", 1)), "low has 1 entries for the 3 inputs");
            refused(design, AcceptanceTest.box().with("low", Series.of("1", 4, 0, 0)), "x1 from 4.0 to 3.14");
            refused(design, AcceptanceTest.box().with("distributions", new Text("normal, uniform, uniform")), "normal");
            refused(
                    design,
                    AcceptanceTest.box().with("distributions", new Text("log-uniform, uniform, uniform")),
                    "no logarithm");
        }
        refused(new MorrisDesign(), AcceptanceTest.box().with("levels", Quantity.of(5, "1")), "levels = 5 is odd");
        refused(
                new SobolDesign(),
                AcceptanceTest.box().with("samples", Quantity.of(1 << 20, "1")),
                "above the limit of 4000000");
    }

    @Test
    void a_map_of_unknown_inputs() throws IOException {
        Values inputs = bench.table(Known.angles(16, 1), Known::ishigamiOfAngles);
        refused(ofTables.get(3), inputs.with("map", new Text("x1, x7")), "map of [x1, x7] cannot be drawn");
        refused(ofTables.get(3), inputs.with("map", new Text("x1")), "name two of");
    }

    private static double[] row(int seed, int columns) {
        double[] row = new double[columns];
        Arrays.setAll(row, j -> Math.sin(7 * seed + 3 * j));
        return row;
    }

    private static void refused(Analysis analysis, Values inputs, String... parts) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> analysis.apply(inputs));
        String message = refusal.getMessage();
        assertTrue(message.startsWith(analysis.capability().name() + ": "), message);
        for (String part : parts) {
            assertTrue(message.contains(part), () -> "'" + part + "' in " + message);
        }
    }
}
