package org.busbar.drivers.simformulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DosingTest {

    private static final int MANY = 4000;
    private static final Masses WANTED = new Recipe(0.4, 1, 5).masses(0.3);

    @Test
    void relative_error_has_the_configured_standard_deviation() {
        double wanted = WANTED.of(Substance.EMC);
        double[] errors = IntStream.range(0, MANY)
                .mapToDouble(i -> dosing(i).dosed().of(Substance.EMC) / wanted - 1)
                .toArray();
        assertEquals(0, mean(errors), 5 * 0.001 / Math.sqrt(MANY));
        assertEquals(0.001, rms(errors), 5e-5);
    }

    @Test
    void balance_shows_whole_digits_within_half_a_digit_of_the_truth() {
        for (int i = 0; i < 100; i++) {
            Dosing dosing = dosing(i);
            for (Substance substance : Substance.values()) {
                double digits = dosing.weighed().of(substance) / Dosing.RESOLUTION;
                assertEquals(Math.rint(digits), digits, 1e-6);
                assertEquals(
                        dosing.weighed().of(substance), dosing.dosed().of(substance), Dosing.RESOLUTION * 0.5000001);
            }
        }
    }

    @Test
    void stated_uncertainty_is_the_scatter_of_the_truth_about_the_reading() {
        double[] share = IntStream.range(0, MANY)
                .mapToDouble(
                        i -> (dosing(i).dosed().pcShare() - dosing(i).weighed().pcShare())
                                / dosing(i).weighed().pcShareUncertainty(Dosing.UNCERTAINTY))
                .toArray();
        double[] molality = IntStream.range(0, MANY)
                .mapToDouble(i ->
                        (dosing(i).dosed().saltMolality() - dosing(i).weighed().saltMolality())
                                / dosing(i).weighed().saltMolalityUncertainty(Dosing.UNCERTAINTY))
                .toArray();
        assertEquals(1, rms(share), 0.05);
        assertEquals(1, rms(molality), 0.05);
    }

    @Test
    void nothing_wanted_is_nothing_dosed() {
        for (int i = 0; i < 100; i++) {
            Masses dosed = Dosing.of(new Recipe(1, 0, 5).masses(0.3), 0.001, Chance.of(i))
                    .dosed();
            assertEquals(0, dosed.of(Substance.EC));
            assertEquals(0, dosed.of(Substance.LIPF6));
        }
    }

    @Test
    void errors_depend_on_seed_and_inputs_only() {
        assertEquals(dosing(3), dosing(3));
        assertNotEquals(dosing(3), dosing(4));
        assertEquals(
                Chance.of(1, 0.1, 0.2).nextLong(),
                Chance.of(1, 0.1 + 1e-15, 0.2).nextLong());
        assertNotEquals(
                Chance.of(1, 0.1, 0.2).nextLong(), Chance.of(1, 0.2, 0.1).nextLong());
        assertNotEquals(
                Chance.of(1, 0.1, 0.2).nextLong(), Chance.of(2, 0.1, 0.2).nextLong());
    }

    @Test
    void neighbouring_inputs_have_unrelated_errors() {
        double[] gaussians = IntStream.range(0, MANY)
                .mapToDouble(i -> Chance.of(0, i * 1e-3, 1).nextGaussian())
                .toArray();
        double related = IntStream.range(1, MANY)
                        .mapToDouble(i -> gaussians[i] * gaussians[i - 1])
                        .sum()
                / MANY;
        assertEquals(1, rms(gaussians), 0.06);
        assertTrue(Math.abs(related) < 5 / Math.sqrt(MANY), "correlation " + related);
    }

    private static Dosing dosing(long seed) {
        return Dosing.of(WANTED, 0.001, Chance.of(seed));
    }

    private static double mean(double[] numbers) {
        return IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).sum() / numbers.length;
    }

    private static double rms(double[] numbers) {
        return Math.sqrt(IntStream.range(0, numbers.length)
                        .mapToDouble(i -> numbers[i] * numbers[i])
                        .sum()
                / numbers.length);
    }
}
