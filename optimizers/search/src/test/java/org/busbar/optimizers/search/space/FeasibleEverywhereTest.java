package org.busbar.optimizers.search.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.LinearConstraint;
import org.busbar.api.optimize.Mixture;
import org.busbar.api.optimize.Space;
import org.busbar.optimizers.search.numeric.Keyed;
import org.junit.jupiter.api.Test;

/** Nothing ever breaks a bound, a constraint, a mixture or the resolution, whatever the space. */
class FeasibleEverywhereTest {

    private static final int SPACES = 120;
    private static final int SEARCHED = 40;

    private interface Trial {
        void on(Space space, EncodedSpace encoded, Keyed keyed);
    }

    private static void forRandomSpaces(Trial trial) {
        forRandomSpaces(SPACES, trial);
    }

    private static void forRandomSpaces(int spaces, Trial trial) {
        int encoded = 0;
        for (int s = 0; s < spaces; s++) {
            Keyed keyed = Keyed.of(11, s);
            Space space = RandomSpaces.draw(keyed);
            Optional<EncodedSpace> some = encoded(space);
            encoded += some.isPresent() ? 1 : 0;
            some.ifPresent(one -> trial.on(space, one, keyed.at(1)));
        }
        assertTrue(encoded > spaces * 2 / 3, "only " + encoded + " spaces have points");
    }

    private static Optional<EncodedSpace> encoded(Space space) {
        try {
            return Optional.of(EncodedSpace.of(space));
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().startsWith("No point of the space"), e.getMessage());
            return Optional.empty();
        }
    }

    static void assertIn(Space space, Values point) {
        for (Parameter parameter : space.parameters()) {
            assertEquals(Optional.empty(), parameter.refusal(point.get(parameter.name())), () -> space.toString());
            assertOnStep(parameter, point);
        }
        space.mixtures().forEach(mixture -> assertMixed(mixture, point));
        space.constraints().forEach(constraint -> assertKept(constraint, point));
        assertEquals(space.parameters().size(), point.names().size());
    }

    private static void assertOnStep(Parameter parameter, Values point) {
        if (parameter instanceof Parameter.Real real && real.step() > 0) {
            double steps = (point.get(real) - real.min()) / real.step();
            assertEquals(Math.rint(steps), steps, 1e-7, real.name() + " = " + point.get(real.name()));
        }
    }

    private static void assertMixed(Mixture mixture, Values point) {
        double sum = 0;
        int present = 0;
        for (String component : mixture.components()) {
            double amount = point.quantity(component).in(mixture.total().unit());
            sum += amount;
            present += amount == 0 ? 0 : 1;
        }
        assertEquals(mixture.total().value(), sum, 1e-9 * mixture.total().value(), () -> point.toString());
        assertTrue(present <= mixture.atMost(), () -> point + " has too many of " + mixture);
    }

    private static void assertKept(LinearConstraint constraint, Values point) {
        double sum = 0;
        double size = 0;
        for (String name : constraint.weights().keySet()) {
            double term = constraint.weights().get(name) * point.quantity(name).value();
            sum += term;
            size += Math.abs(term);
        }
        double slack = 1e-8 * Math.max(1, size);
        assertTrue(sum >= constraint.least() - slack && sum <= constraint.most() + slack, constraint + " at " + point);
    }

    @Test
    void drawn_points_are_in_the_space() {
        forRandomSpaces((space, encoded, keyed) -> {
            for (double[] row : encoded.draw(20, keyed)) {
                assertIn(space, encoded.decode(row));
                assertTrue(encoded.admits(encoded.decode(row)), () -> encoded.decode(row) + " in " + space);
            }
        });
    }

    @Test
    void points_nearby_are_in_the_space() {
        forRandomSpaces((space, encoded, keyed) -> {
            double[] row = encoded.draw(1, keyed)[0];
            for (int i = 0; i < 20; i++) {
                row = encoded.near(row, 0.1, keyed.at(i));
                assertIn(space, encoded.decode(row));
            }
        });
    }

    @Test
    void snapped_points_are_in_the_space_and_stay_where_they_are() {
        forRandomSpaces((space, encoded, keyed) -> {
            for (int i = 0; i < 10; i++) {
                double[] anywhere = new double[encoded.width()];
                for (int k = 0; k < anywhere.length; k++) {
                    anywhere[k] = 0.5 + 0.6 * keyed.normal();
                }
                double[] snapped = encoded.snap(anywhere).orElseThrow();
                assertIn(space, encoded.decode(snapped));
                assertArrayEquals(snapped, encoded.snap(snapped).orElseThrow(), 1e-7, () -> space.toString());
                assertArrayEquals(snapped, encoded.encode(encoded.decode(snapped)), 1e-9);
            }
        });
    }

    @Test
    void suggested_points_are_in_the_space_and_none_is_suggested_twice() {
        forRandomSpaces(SEARCHED, (space, encoded, keyed) -> {
            boolean slopes = keyed.below(2) == 0;
            Acquisition.Worth worth = Hills.near(encoded.draw(1, keyed.at(7))[0], slopes);
            Seeker seeker = Seeker.of(encoded).raw(64).starts(2);
            List<double[]> taken = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Optional<Candidate> best = seeker.best(worth, taken, taken, keyed.at(i));
                best.ifPresent(candidate -> {
                    assertIn(space, candidate.point());
                    assertTrue(!new Taken(encoded, taken).has(candidate.row()), () -> "again in " + space);
                    assertEquals(worth.of(new double[][] {candidate.row()})[0], candidate.worth());
                });
                best.ifPresent(candidate -> taken.add(candidate.row()));
            }
            assertTrue(!taken.isEmpty());
        });
    }
}
