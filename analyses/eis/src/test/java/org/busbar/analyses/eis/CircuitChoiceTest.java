package org.busbar.analyses.eis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.chart.Chart;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

class CircuitChoiceTest implements AnalysisContract {

    @Override
    public Analysis analysis() {
        return new CircuitChoice();
    }

    @Override
    public List<Values> examples() throws Exception {
        return List.of(Data.inputs(Data.columns("two_arcs_noise.csv"))
                .with("circuits", new Text("R0-p(R1,C1); R0-p(R1,C1)-p(R2,CPE2)")));
    }

    @Test
    void the_ladder_leads_to_the_circuit_that_made_the_data() throws Exception {
        Values inputs = Data.inputs(Data.columns("two_arcs_noise.csv"));
        Values outputs = analysis().apply(inputs);
        assertEquals("R0-p(R1,C1)-p(R2,CPE2)", outputs.get("recommended").toString());
        double[] aicc = ((Series) outputs.get("aicc")).values();
        double[] sorted = aicc.clone();
        Arrays.sort(sorted);
        assertEquals(Arrays.toString(sorted), Arrays.toString(aicc));
        assertEquals(12.004, outputs.get(Report.SERIES), .001);
        assertEquals(
                List.of("choice", "nyquist", "residuals"),
                analysis().charts(inputs, outputs).stream().map(Chart::name).toList());
    }

    @Test
    void circuits_too_large_for_the_points_are_left_out() throws Exception {
        double[][] columns = Data.columns("two_arcs_noise.csv");
        double[][] few =
                Arrays.stream(columns).map(column -> Arrays.copyOf(column, 15)).toArray(double[][]::new);
        Values inputs =
                Data.inputs(few).with("circuits", new Text("R0-p(R1,C1); R0-p(R1,CPE1); R0-p(R1,C1)-p(R2,CPE2)"));
        assertEquals(
                "R0-p(R1,C1)-p(R2,CPE2)",
                analysis().apply(inputs).get("left_out").toString());
        assertThrows(IllegalArgumentException.class, () -> analysis()
                .apply(inputs.with("circuits", new Text("R0-p(R1,C1)-p(R2,CPE2)"))));
    }

    @Test
    void all_circuits_see_the_same_points() throws Exception {
        Values outputs = analysis()
                .apply(Data.inputs(Data.columns("inductive_exact.csv"))
                        .with("circuits", new Text("L0-R0-p(R1,C1)-p(R2,CPE2); R0-p(R1,C1)-p(R2,CPE2)")));
        assertTrue(outputs.get(Report.FIT_FREQUENCY).length < 71);
    }
}
