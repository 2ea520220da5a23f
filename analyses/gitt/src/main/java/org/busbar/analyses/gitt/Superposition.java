package org.busbar.analyses.gitt;

import java.util.List;

/**
 * What the surface of the particles has taken up, as a charge: that of the whole particle, and the lead of the surface
 * from all changes of current so far, R<sup>2</sup>/(3 D) &sum; &Delta;I (F - 3 &theta;).
 *
 * <p>The voltage is U<sub>0</sub> + (dU/dQ) times this + I R<sub>0</sub>. Before the recording all is at equilibrium.
 */
final class Superposition {

    private final List<Step> steps;
    private final double[] time;
    private final double radius;
    private final double[] charge;
    private final double[] current;
    private final int[] lastStep;

    /** At these samples of a recording, in order. */
    Superposition(Recording recording, int[] samples, double radius) {
        this.steps = recording.steps();
        this.radius = radius;
        time = new double[samples.length];
        charge = new double[samples.length];
        current = new double[samples.length];
        lastStep = new int[samples.length];
        for (int i = 0; i < samples.length; i++) {
            fill(recording, samples, i);
        }
    }

    private void fill(Recording recording, int[] samples, int i) {
        int at = i == 0 ? 0 : lastStep[i - 1];
        while (steps.get(at).to() <= samples[i]) {
            at++;
        }
        lastStep[i] = at;
        time[i] = recording.time()[samples[i]];
        current[i] = steps.get(at).current();
        charge[i] = i == 0
                ? recording.charge(samples[0])
                : charge[i - 1] + between(lastStep[i - 1], time[i - 1], at, time[i]);
    }

    private double between(int step, double from, int until, double to) {
        double sum = 0;
        double start = from;
        for (int i = step; i < until; i++) {
            double end = steps.get(i + 1).start();
            sum += steps.get(i).current() * (end - start);
            start = end;
        }
        return sum + steps.get(until).current() * (to - start);
    }

    int size() {
        return time.length;
    }

    double[] current() {
        return current;
    }

    /** A.s at each sample. */
    double[] charge() {
        return charge;
    }

    /** Row 0: the charge of the surface in A.s at each sample; row 1: its derivative with respect to ln D. */
    double[][] surface(double diffusivity) {
        double perSecond = diffusivity / (radius * radius);
        double unit = 1 / (3 * perSecond);
        int settled = settled(perSecond);
        double[][] rows = new double[2][time.length];
        for (int i = 0; i < time.length; i++) {
            double lead = settled == 0 ? 0 : 0.2 * steps.get(settled - 1).current();
            double slope = 0;
            for (int k = settled; k <= lastStep[i]; k++) {
                SphereResponse response =
                        SphereResponse.at(perSecond * (time[i] - steps.get(k).start()));
                lead += change(k) * response.lead();
                slope += change(k) * response.slope();
            }
            rows[0][i] = charge[i] + unit * lead;
            rows[1][i] = unit * (slope - lead);
        }
        return rows;
    }

    /** How many changes of current were over, for the particle, before the first sample. */
    private int settled(double perSecond) {
        int count = 0;
        while (count < lastStep[0] && perSecond * (time[0] - steps.get(count).start()) >= SphereResponse.SETTLED) {
            count++;
        }
        return count;
    }

    private double change(int step) {
        return steps.get(step).current() - (step == 0 ? 0 : steps.get(step - 1).current());
    }
}
