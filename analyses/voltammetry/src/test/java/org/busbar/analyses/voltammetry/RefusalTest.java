package org.busbar.analyses.voltammetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private final Analysis voltammetry = new CyclicVoltammetry();

    @Test
    void nothing_is_assumed() throws IOException {
        Values good = Records.voltammogram(100);
        for (String name : new String[] {"area", "concentration", "electrons", "temperature"}) {
            Values less = Values.none();
            for (String kept : good.names()) {
                less = kept.equals(name) ? less : less.with(kept, good.get(kept));
            }
            refused(voltammetry, less, "input " + name + " is missing");
        }
        refused(voltammetry, good.with("area", Quantity.of(7e-6, "m2")), "area = ", "no standard uncertainty", "+-");
    }

    @Test
    void wrong_units() throws IOException {
        Values good = Records.voltammogram(100);
        refused(voltammetry, good.with("area", Quantity.of(1, 0, "cm")), "area", "cannot be converted to m2");
        refused(voltammetry, good.with("current", Series.of("V", 1, 2)), "current", "A");
        refused(voltammetry, good.with("concentration", Quantity.of(0, 0, "mol/L")), "concentration", "limit");
    }

    @Test
    void columns_that_do_not_belong_together() throws IOException {
        Values good = Records.voltammogram(100);
        refused(voltammetry, good.with("current", Series.of("A", 1, 2)), "current has 2 values but time has 1401");
        refused(voltammetry, good.with("current", Series.of("A", Double.NaN)), "current", "NaN");
        double[] time = Records.column(good, "time");
        time[100] = time[99];
        refused(voltammetry, good.with("time", Series.of("s", time)), "clock_jump", "position 100");
    }

    @Test
    void empty_and_one_point_records() throws IOException {
        for (double[] none : new double[][] {{}, {1}}) {
            Values few = Records.voltammogram(100)
                    .with("time", Series.of("s", none))
                    .with("potential", Series.of("V", none))
                    .with("current", Series.of("A", none));
            refused(voltammetry, few, "time has " + none.length + " values", "20 or more");
            refused(
                    new Chronoamperometry(),
                    Records.cottrell().with("time", Series.of("s", none)).with("current", Series.of("A", none)),
                    "10 or more");
        }
    }

    @Test
    void a_constant_potential_is_no_sweep() throws IOException {
        double[] constant = new double[1401];
        refused(
                voltammetry,
                Records.voltammogram(100).with("potential", Series.of("V", constant)),
                "potential is 0.0 V in all rows");
    }

    @Test
    void a_constant_current_has_no_peaks() throws IOException {
        Values found = new CyclicVoltammetry()
                .apply(Records.voltammogram(100).with("current", Series.of("A", new double[1401])));
        assertTrue(found.get("quality").toString().startsWith("rejected; no_peak"), found.get("quality")::toString);
    }

    @Test
    void peaks_far_apart_give_no_diffusivity() throws IOException {
        Values good = Records.voltammogram(100).with("electrons", Quantity.of(2, "1"));
        Values found = new CyclicVoltammetry().apply(good);
        assertEquals(0, Records.column(found, "diffusivity").length);
        assertTrue(found.get("quality").toString().contains("quasi_reversible: peaks of cycle 1 are 57.5 mV apart"));
    }

    @Test
    void an_area_known_to_a_fifth_is_flagged() throws IOException {
        Values found = new CyclicVoltammetry()
                .apply(Records.voltammogram(100).with("area", Quantity.of(7.07e-6, 1.414e-6, "m2")));
        assertEquals(
                "suspicious; uncertainty_large: 40 % of diffusivity, first-order only",
                found.get("quality").toString());
    }

    @Test
    void a_scan_rate_series_needs_three_rates() {
        Values inputs = Records.electrode(1e-6, 1).with("temperature", Quantity.of(298.15, 0, "K"));
        refused(new ScanRateSeries(), rates(inputs, 0.1, 0.2), "scan_rate has 2 values");
        refused(new ScanRateSeries(), rates(inputs, 0.1, 0.1, 0.2), "fewer than 3 different");
        refused(new ScanRateSeries(), rates(inputs, 0.1, 0, 0.2), "0 V/s at position 1");
    }

    @Test
    void an_intercept_is_flagged() {
        Values inputs = Records.electrode(1e-6, 1)
                .with("temperature", Quantity.of(298.15, 0, "K"))
                .with("scan_rate", Series.of("V/s", 0.01, 0.04, 0.09, 0.16))
                .with("peak_current", Series.of("uA", 2.01, 2.99, 4.0, 5.0));
        Values found = new ScanRateSeries().apply(inputs);
        assertTrue(found.get("quality").toString().startsWith("suspicious; intercept:"));
    }

    @Test
    void a_window_without_points() throws IOException {
        refused(
                new Chronoamperometry(),
                Records.cottrell().with("window_from", Quantity.of(9.99, "s")),
                "from 9.99 s to the end",
                "10 or more");
    }

    @Test
    void a_record_without_current_has_no_step() {
        refused(new Chronopotentiometry(), Records.sand(1, 0), "constant current other than 0 A");
    }

    @Test
    void the_wrong_equilibrium_leaves_no_branch() {
        Values inputs = Records.tafel(0, 0).with("equilibrium_potential", Quantity.of(1, 0, "V"));
        refused(new Tafel(), inputs, "anodic branch has 0 different overpotentials", "equilibrium_potential");
    }

    private static Values rates(Values inputs, double... rates) {
        return inputs.with("scan_rate", Series.of("V/s", rates))
                .with(
                        "peak_current",
                        new Series(
                                Arrays.copyOf(rates, rates.length),
                                Series.of("A").unit()));
    }

    private static void refused(Analysis analysis, Values inputs, String... words) {
        String message = assertThrows(IllegalArgumentException.class, () -> analysis.apply(inputs))
                .getMessage();
        assertTrue(message.startsWith(analysis.capability().name()), message);
        for (String word : words) {
            assertTrue(message.contains(word), () -> message + " lacks " + word);
        }
    }
}
