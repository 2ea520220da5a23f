package org.busbar.analyses.gitt;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.busbar.api.Quantity;
import org.busbar.api.Values;

/** A sphere of 2 um and 3e-15 m2/s under any steps of current: 20 mV/(A.s), 2 Ohm, from 3.7 V on. */
final class Simulated {

    static final double DIFFUSIVITY = 3e-15;
    private static final double RADIUS = 2e-6;

    private final List<double[]> steps = new ArrayList<>();
    private final List<double[]> samples = new ArrayList<>();
    private final double slope;
    private double end;

    Simulated(double slope) {
        this.slope = slope;
    }

    /** One more step, sampled more densely at its beginning. */
    Simulated step(double current, double seconds, int count) {
        steps.add(new double[] {end, current});
        for (int i = 1; i <= count; i++) {
            double part = (double) i / count;
            samples.add(new double[] {end + seconds * part * part, current});
        }
        end += seconds;
        return this;
    }

    Values inputs(double noise) {
        Random random = new Random(5);
        int n = samples.size();
        double[] time = samples.stream().mapToDouble(s -> s[0]).toArray();
        double[] current = samples.stream().mapToDouble(s -> s[1]).toArray();
        double[] voltage = new double[n];
        for (int i = 0; i < n; i++) {
            voltage[i] = 3.7 + slope * surface(time[i]) + 2 * current[i] + noise * random.nextGaussian();
        }
        return Recordings.inputs(time, current, voltage, Quantity.of(RADIUS, 0.02e-6, "m"));
    }

    private double surface(double time) {
        double unit = RADIUS * RADIUS / DIFFUSIVITY;
        double sum = 0;
        double before = 0;
        for (double[] step : steps) {
            double since = Math.max(0, time - step[0]);
            sum += (step[1] - before)
                    * (since + unit / 3 * SphereResponse.at(since / unit).lead());
            before = step[1];
        }
        return sum;
    }
}
