package org.busbar.optimizers.polynomial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Surrogate;
import org.busbar.testkit.SurrogateContract;
import org.junit.jupiter.api.Test;

class PolynomialEnsembleTest implements SurrogateContract {

    private static final double[] CORNER = {0.999, 0.999};
    private static final double[] MIDDLE = {0.5, 0.5};

    @Override
    public Surrogate surrogate() {
        return new PolynomialEnsemble();
    }

    private static double bowl(double[] row) {
        return (row[0] - 0.4) * (row[0] - 0.4) + 0.5 * row[1] * row[0];
    }

    private static Samples samples() {
        return Samples.of(Samples.drawn(40, 2, 3), PolynomialEnsembleTest::bowl);
    }

    @Test
    void follows_a_polynomial_and_is_sure_of_it() throws Exception {
        Samples samples = samples();
        PolynomialModel model = samples.fitted(Values.none(), "x", "y");
        double mean = model.opinion(MIDDLE).mean() * samples.deviation() + samples.mean();
        assertEquals(bowl(MIDDLE), mean, 1e-3);
        assertTrue(model.opinion(MIDDLE).between() < 1e-4);
    }

    @Test
    void abstains_where_it_has_no_data_around() throws Exception {
        PolynomialModel model = samples().fitted(Values.none(), "x", "y");
        assertTrue(model.opinion(CORNER).abstains());
        assertEquals(1, model.predict(new double[][] {CORNER}).deviations()[0]);
        assertEquals(Interval.ALL, model.interval(CORNER));
        assertFalse(model.opinion(MIDDLE).abstains());
    }

    @Test
    void speaks_in_the_box_where_the_hull_is_silent() throws Exception {
        List<double[]> triangle = new ArrayList<>(Samples.drawn(60, 2, 4));
        triangle.removeIf(row -> row[0] + row[1] > 1);
        Samples samples = Samples.of(triangle, PolynomialEnsembleTest::bowl);
        double[] beyond = {0.6, 0.6};
        assertTrue(samples.fitted(Values.of("range", new Text("hull")), "x", "y")
                .opinion(beyond)
                .abstains());
        assertFalse(samples.fitted(Values.of("range", new Text("box")), "x", "y")
                .opinion(beyond)
                .abstains());
    }

    @Test
    void speaks_of_a_corner_after_a_value_there() throws Exception {
        PolynomialModel model = samples().fitted(Values.none(), "x", "y");
        PolynomialModel after = (PolynomialModel) model.with(CORNER, 2);
        assertFalse(after.opinion(CORNER).abstains());
        assertTrue(model.opinion(CORNER).abstains());
        assertTrue(after.leftOut().orElseThrow().deviations()[40] >= 1);
    }

    @Test
    void what_is_left_out_is_expected_without_its_value() throws Exception {
        Samples samples = samples();
        List<Double> changed = new ArrayList<>(samples.values());
        changed.set(0, 100.0);
        Samples wrong = new Samples(samples.rows(), changed);
        PolynomialModel model = wrong.fitted(Values.of("range", new Text("box")), "x", "y");
        Model.Forecast leftOut = model.leftOut().orElseThrow();
        double wrongScaled = (100 - wrong.mean()) / wrong.deviation();
        assertTrue(wrongScaled > 5 && Math.abs(leftOut.means()[0]) < 0.5, "expected " + leftOut.means()[0]);
    }

    @Test
    void the_column_that_matters_is_the_relevant_one() throws Exception {
        Samples samples = Samples.of(Samples.drawn(40, 2, 3), row -> StrictMath.sin(4 * row[1]));
        double[] relevances = samples.fitted(Values.none(), "x", "y").relevances();
        assertTrue(relevances[1] > 20 * relevances[0], relevances[0] + " and " + relevances[1]);
    }

    @Test
    void takes_no_setting_it_does_not_know() {
        for (Values settings : List.of(
                Values.of("degre", Quantity.of(2, "1")),
                Values.of("degree", Quantity.of(7, "1")),
                Values.of("range", new Text("sphere")),
                Values.of("piecewise", new Text("pressure")))) {
            String message = assertThrows(
                            IllegalArgumentException.class, () -> samples().fitted(settings, "x", "y"))
                    .getMessage();
            assertTrue(message.contains(settings.names().iterator().next()), message);
        }
    }

    @Test
    void has_no_hull_of_many_columns() {
        Samples wide = Samples.of(Samples.drawn(20, 4, 3), row -> row[0]);
        Values hull = Values.of("range", new Text("hull"));
        assertThrows(IllegalArgumentException.class, () -> wide.fitted(hull, "a", "b", "c", "d"));
    }

    @Test
    void many_columns_leave_it_the_lower_degrees() throws Exception {
        Samples wide = Samples.of(Samples.drawn(30, 20, 3), row -> row[0] - row[7]);
        PolynomialModel model = wide.fitted(Values.none(), new String[] {
            "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t"
        });
        assertEquals("{1=20}", model.facts().get("degrees"));
        assertEquals(20, model.relevances().length);
    }

    @Test
    void stops_when_told_to() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> samples().fitted(Values.none(), "x", "y"));
    }
}
