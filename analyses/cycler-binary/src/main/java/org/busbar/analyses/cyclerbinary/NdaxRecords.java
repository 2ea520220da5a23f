package org.busbar.analyses.cyclerbinary;

import java.util.Arrays;

/**
 * Time and counters of each sample of a .ndax. The file holds those of some samples; the others are put between their
 * neighbours of the same step. For one thread.
 */
final class NdaxRecords {

    private static final int CHARGE_AT = 5;
    private static final int DISCHARGE_AT = 9;
    private static final int CLOCK_AT = 33;
    private static final int SAMPLE_AT = 41;
    private static final int MILLISECONDS_AT = 45;

    private final NdaxSteps steps;
    private final double[] current;
    private final double[] time;
    private final double[] charge;
    private final double[] discharge;
    private final double[] clock;

    /** Nothing is known but the current of each sample, A. */
    NdaxRecords(NdaxSteps steps, double[] current) {
        this.steps = steps;
        this.current = current;
        this.time = missing(current.length);
        this.charge = missing(current.length);
        this.discharge = missing(current.length);
        this.clock = missing(current.length);
    }

    private static double[] missing(int rows) {
        double[] column = new double[rows];
        Arrays.fill(column, Double.NaN);
        return column;
    }

    /**
     * Takes over what the file holds: the first record of each sample; those of sample 0 belong to none.
     *
     * @throws IllegalArgumentException if it is of another version, or names a sample that is not there
     */
    void read(NdcFile file, NdcLayout layout) {
        for (int at : file.items(layout.record())) {
            int sample = file.data().integer(at + SAMPLE_AT) - 1;
            if (sample < -1 || sample >= time.length) {
                throw new IllegalArgumentException(file.name() + " in it names the sample " + (sample + 1) + " (byte "
                        + (at + SAMPLE_AT) + ") of " + time.length
                        + " in data.ndc; the file is cut or damaged, so export"
                        + " it again");
            }
            if (sample >= 0 && Double.isNaN(time[sample])) {
                take(file.data(), at, sample, layout.ampereHour());
            }
        }
    }

    private void take(Bytes data, int at, int sample, double ampereHour) {
        time[sample] = data.integer(at) / 1000.0;
        charge[sample] = ampereHour * data.single(at + CHARGE_AT);
        discharge[sample] = ampereHour * data.single(at + DISCHARGE_AT);
        clock[sample] = data.unsignedInteger(at + CLOCK_AT) + data.signedShort(at + MILLISECONDS_AT) / 1000.0;
    }

    /** Fills the gaps; how many samples were in one. */
    int fill() {
        int filled = 0;
        for (int i = 1; i < time.length; i++) {
            boolean follows = Double.isNaN(time[i]) && steps.of(i) == steps.of(i - 1);
            if (follows && !Double.isNaN(time[i - 1])) {
                fill(i);
                filled++;
            }
        }
        return filled;
    }

    private void fill(int i) {
        double seconds = interval(i);
        double ampereHours = current[i] * seconds / 3600;
        time[i] = time[i - 1] + seconds;
        clock[i] = clock[i - 1] + seconds;
        charge[i] = charge[i - 1] + Math.max(0, ampereHours);
        discharge[i] = discharge[i - 1] + Math.max(0, -ampereHours);
    }

    /** To the sample before: an equal part up to the next record of the step, else as long as the interval before. */
    private double interval(int i) {
        int next = i;
        while (next < time.length && Double.isNaN(time[next]) && steps.of(next) == steps.of(i)) {
            next++;
        }
        if (next < time.length && steps.of(next) == steps.of(i)) {
            return (time[next] - time[i - 1]) / (next - i + 1);
        }
        return i - 2 >= steps.begin(i) ? time[i - 1] - time[i - 2] : Double.NaN;
    }

    NewareRow row(int i, double volt, double celsius) {
        int step = steps.of(i);
        return new NewareRow(
                steps.cycle()[step], step + 1, time[i], volt, current[i], charge[i], discharge[i], clock[i], celsius);
    }
}
