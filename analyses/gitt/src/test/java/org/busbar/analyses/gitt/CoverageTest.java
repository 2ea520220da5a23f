package org.busbar.analyses.gitt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.junit.jupiter.api.Test;

/** 1 000 recordings of a pulse with known truth, each with its own noise and its own error of the radius. */
class CoverageTest {

    private static final double TRUTH = 3e-15;
    private static final double RADIUS = 2e-6;
    private static final double RADIUS_ERROR = 0.02e-6;
    private static final double PULSE = 600;

    @Test
    void intervals_of_95_percent_hold_the_truth_in_93_to_97() throws InterruptedException {
        Gitt gitt = new Gitt();
        Random random = new Random(11);
        double[] time = time();
        int held = 0;
        for (int i = 0; i < 1000; i++) {
            Quantity found = gitt.apply(recording(time, random)).quantity("diffusion_coefficient");
            held += Math.abs(found.value() - TRUTH) <= 1.96 * found.uncertainty() ? 1 : 0;
        }
        assertTrue(held >= 930 && held <= 970, held + " of 1 000 intervals hold the truth");
    }

    private static Values recording(double[] time, Random random) {
        double[] current = new double[time.length];
        double[] voltage = new double[time.length];
        for (int i = 0; i < time.length; i++) {
            boolean loaded = time[i] > 0 && time[i] <= PULSE;
            current[i] = loaded ? 1e-3 : 0;
            double charge = 1e-3 * Math.max(0, Math.min(time[i], PULSE)) + ahead(time[i]) - ahead(time[i] - PULSE);
            voltage[i] = 3.7 + 0.02 * charge + 2 * current[i] + 3e-5 * random.nextGaussian();
        }
        Quantity radius = Quantity.of(RADIUS + RADIUS_ERROR * random.nextGaussian(), RADIUS_ERROR, "m");
        return Recordings.inputs(time, current, voltage, radius);
    }

    /** By how much the surface is ahead of the mean, in A.s, for 1 mA. */
    private static double ahead(double seconds) {
        double time = RADIUS * RADIUS / TRUTH;
        return seconds <= 0
                ? 0
                : 1e-3 * time / 3 * SphereResponse.at(seconds / time).lead();
    }

    private static double[] time() {
        double[] time = new double[101];
        for (int i = 1; i <= 50; i++) {
            time[i] = PULSE * i * i / 2500;
            time[50 + i] = PULSE + 3000.0 * i * i / 2500;
        }
        return time;
    }
}
