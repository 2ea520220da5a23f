package org.busbar.analyses.importance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.busbar.analyses.tables.Chosen;
import org.busbar.analyses.tables.Limits;
import org.busbar.analyses.tables.Table;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Chart;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinearImportanceTest implements AnalysisContract {

    @TempDir
    Path folder;

    private Tables tables;

    @BeforeEach
    void open() {
        tables = new Tables(folder);
    }

    @Override
    public Analysis analysis() {
        return new LinearImportance(tables.store());
    }

    @Override
    public List<Values> examples() {
        return List.of(tables.file("linear_demo.csv", "y"), tables.of(noisy(30), "y"));
    }

    private static String noisy(int rows) {
        return Tables.drawn(rows, 3, 1, x -> 2 * x[0] - x[1] + .5 * x[3]);
    }

    private Values apply(String csv) throws InterruptedException {
        return analysis().apply(tables.of(csv, "y"));
    }

    private static LinearStudy study(String csv) throws IOException {
        InputStream in = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
        return LinearStudy.of("test", Chosen.from(Table.read(in, Limits.usual()), "y", List.of(), ""));
    }

    @Test
    void draws_the_charts_of_the_readme() throws Exception {
        for (Values inputs : examples()) {
            List<Chart> charts = analysis().charts(inputs, analysis().apply(inputs));
            assertEquals(
                    List.of("coefficients", "t-statistics", "parity", "residuals"),
                    charts.stream().map(Chart::name).toList());
        }
    }

    @Test
    void inputs_that_do_nothing_are_not_significant_after_correction() throws Exception {
        double[] p = Tables.numbers(apply(noisy(60)), "p_holm");
        assertTrue(p[0] < 1e-6 && p[1] < 1e-6, "x1 and x2 matter");
        assertTrue(p[2] > .05, "x3 does nothing, p = " + p[2]);
    }

    @Test
    void intervals_hold_the_truth_in_95_of_100_tables() throws Exception {
        int held = 0;
        for (int seed = 0; seed < 200; seed++) {
            LinearStudy study = study(Tables.drawn(20, 2, seed, x -> x[0] + x[2]));
            held += study.bound(-1)[1] <= 0 && study.bound(1)[1] >= 0 ? 1 : 0;
        }
        assertEquals(190, held, 10); // 3 standard deviations of the binomial law
    }

    @Test
    void inflation_of_two_inputs_follows_from_their_correlation() throws Exception {
        LinearStudy study = study(Tables.drawn(50, 2, 3, x -> x[0] + x[2]));
        double r = study.correlations().matrix()[0][1];
        double[] inflation = study.fit().inflation();
        assertArrayEquals(new double[] {1 / (1 - r * r), 1 / (1 - r * r)}, inflation, 1e-9);
    }

    @Test
    void no_other_prior_has_a_larger_evidence() throws Exception {
        LinearStudy study = study(noisy(40));
        BayesianFit best = study.ofLargestEvidence();
        assertTrue(best.converged());
        for (double factor : new double[] {.9, 1.1}) {
            double prior = BayesianFit.of(
                            study.scaled(), study.correlations(), factor * best.priorPrecision(), best.noisePrecision())
                    .logEvidence();
            double noise = BayesianFit.of(
                            study.scaled(), study.correlations(), best.priorPrecision(), factor * best.noisePrecision())
                    .logEvidence();
            assertTrue(prior < best.logEvidence() && noise < best.logEvidence(), "factor " + factor);
        }
    }

    @Test
    void a_curved_output_is_flagged() throws Exception {
        Values outputs = apply(Tables.drawn(200, 2, 1, x -> 3 * x[0] + x[0] * x[0]));
        assertTrue(Quality.of(outputs).orElseThrow().has("model_rejected"), Tables.text(outputs, "quality"));
    }

    @Test
    void noise_alone_is_not_flagged_as_curved() throws Exception {
        assertEquals("ok", Tables.text(apply(noisy(200)), "quality"));
    }

    @Test
    void inputs_that_nearly_repeat_each_other_are_flagged() throws Exception {
        StringBuilder csv = new StringBuilder("a,b,y\n");
        for (int i = 0; i < 40; i++) {
            csv.append(i)
                    .append(',')
                    .append(i + .01 * (i * 7 % 5))
                    .append(',')
                    .append(i + i * 11 % 7)
                    .append('\n');
        }
        Quality quality = Quality.of(apply(csv.toString())).orElseThrow();
        assertTrue(quality.has("correlated"), quality.toString());
    }

    @Test
    void rows_left_out_are_counted() throws Exception {
        Quality quality = Quality.of(apply(noisy(30) + ",1,1,1\n1,1,,1\n")).orElseThrow();
        assertTrue(quality.flags().contains("invalid_rows: 2 of 32 left out because a number is missing"));
    }

    @Test
    void the_equation_has_the_units_of_the_table() throws Exception {
        String equation = Tables.text(apply(noisy(30)), "equation");
        assertTrue(equation.startsWith("y [mS/cm] = ") && equation.contains(" x1 [mol/kg]"), equation);
    }

    @Test
    void probabilities_are_corrected_as_by_holm() {
        assertArrayEquals(new double[] {.03, .06, .06, .02}, Holm.corrected(new double[] {.01, .04, .03, .005}), 1e-12);
    }

    @Test
    void the_f_test_of_one_input_is_its_t_test() throws Exception {
        Values outputs = apply(Tables.drawn(15, 1, 2, x -> .3 * x[0] + x[1]));
        double t = Tables.numbers(outputs, "t")[0];
        assertEquals(t * t, Tables.number(outputs, "f"), 1e-9);
        assertEquals(Tables.numbers(outputs, "p")[0], Tables.number(outputs, "f_p"), 1e-9);
    }
}
