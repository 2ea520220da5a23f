package org.busbar.analyses.eis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

class FixedCircuitTest implements AnalysisContract {

    private record Settings(String lab_id, String circuit, String weighting, String bounds, String fixed)
            implements FixedCircuit.Config {
        @Override
        public Class<? extends Annotation> annotationType() {
            return FixedCircuit.Config.class;
        }
    }

    @Override
    public Analysis analysis() {
        return with("R0-p(R1,C1)-p(R2,CPE2)", "modulus", "");
    }

    private static Analysis with(String circuit, String weighting, String fixed) {
        return new FixedCircuit(new Settings("full-cell", circuit, weighting, "", fixed));
    }

    @Override
    public List<Values> examples() throws Exception {
        return List.of(Data.inputs(Data.columns("two_arcs_noise.csv")));
    }

    @Test
    void each_parameter_is_a_quantity_with_unit_and_uncertainty() throws Exception {
        Values outputs = analysis().apply(examples().get(0));
        Quantity charge = outputs.quantity("R2");
        assertEquals(55.042, charge.value(), .016);
        assertEquals(.160, charge.uncertainty(), .008);
        assertEquals("F", outputs.quantity("C1").unit().ucum());
        assertTrue(analysis().capability().parameter("CPE2_Q").orElseThrow() instanceof Parameter.Real);
        assertEquals("full-cell", analysis().capability().name());
    }

    @Test
    void charts_are_those_of_the_free_analysis() throws Exception {
        Values outputs = analysis().apply(examples().get(0));
        assertEquals(5, analysis().charts(examples().get(0), outputs).size());
    }

    @Test
    void a_fixed_parameter_stays() throws Exception {
        Values outputs = with("R0-p(R1,C1)-p(R2,CPE2)", "modulus", "R0=12 Ohm")
                .apply(examples().get(0));
        assertEquals(Quantity.of(12, 0, "Ohm"), outputs.quantity("R0"));
    }

    @Test
    void mistakes_in_the_settings_are_named() {
        assertRefused("R0-p(R1", "modulus", "", "full-cell: circuit 'R0-p(R1'");
        assertRefused("R0-C1", "weight", "", "full-cell: weighting 'weight' is neither modulus nor unit");
        assertRefused("R0-C1", "unit", "C2=1", "full-cell: fixed 'C2'");
    }

    private static void assertRefused(String circuit, String weighting, String fixed, String part) {
        String message = assertThrows(IllegalArgumentException.class, () -> with(circuit, weighting, fixed))
                .getMessage();
        assertTrue(message.startsWith(part), message);
    }
}
