package org.busbar.optimizers.polynomial;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.optimizers.search.numeric.Keyed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The one-shot study with formulations of Flores et al. 2022 held out as later measurements. */
class ElectrolyteTest {

    private static final int SPLITS = 8;

    /** Here conductivities differ most, against the scatter of their replicates. */
    private static final double HOTTEST = 313.15;

    @Test
    void expects_the_conductivity_of_formulations_never_seen(TestReporter reporter) throws Exception {
        for (double kelvin : new double[] {273.15, 293.15, 313.15}) {
            Samples all = samples(kelvin, kelvin);
            Held held = new Held();
            for (int split = 0; split < SPLITS; split++) {
                holdOut(all, split, Values.none(), held);
            }
            reporter.publishEntry(kelvin + " K, mS/cm", held.toString());
            assertTrue(held.explained() >= (kelvin == HOTTEST ? 0.8 : 0.75), kelvin + " K: " + held);
            assertTrue(held.error() < 0.5, kelvin + " K: " + held);
            assertTrue(held.covered() >= 0.9, kelvin + " K: " + held);
        }
    }

    @Test
    void has_one_ensemble_per_temperature_and_says_nothing_between_them(TestReporter reporter) throws Exception {
        Samples all = samples(273.15, 313.15);
        Values piecewise = Values.of("piecewise", new Text("T"));
        Held held = new Held();
        holdOut(all, 1, piecewise, held);
        reporter.publishEntry("three temperatures", held.toString());
        assertTrue(held.explained() >= 0.8, held.toString());
        PolynomialModel model = all.fitted(piecewise, "T", "r", "c");
        double[] known = all.rows().get(0).clone();
        known[1] = 0.6;
        known[2] = 0.5;
        double[] between = known.clone();
        between[0] += 0.1;
        assertTrue(!model.opinion(known).abstains() && model.opinion(between).abstains());
    }

    private static void holdOut(Samples all, long seed, Values settings, Held held) throws InterruptedException {
        int[] order = Keyed.of(seed).permutation(all.size());
        int kept = all.size() * 3 / 4;
        Samples learnt = all.some(order, 0, kept);
        held.and(learnt.fitted(settings, "T", "r", "c"), learnt, all.some(order, kept, all.size()));
    }

    private static Samples samples(double from, double to) throws IOException {
        List<double[]> rows = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        try (InputStream in = ElectrolyteTest.class.getResourceAsStream("/hte_electrolyte.csv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().skip(1).toList()) {
                String[] cells = line.split(",", -1);
                double kelvin = Double.parseDouble(cells[0]);
                if (kelvin >= from && kelvin <= to) {
                    rows.add(new double[] {
                        (kelvin - 243.15) / 90, Double.parseDouble(cells[1]), Double.parseDouble(cells[2]) / 2.2
                    });
                    values.add(Double.parseDouble(cells[3]));
                }
            }
        }
        return new Samples(rows, values);
    }
}
