package org.busbar.analyses.impedancefiles;

import org.busbar.analyses.files.GrowingColumn;
import org.busbar.analyses.files.Losses;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.busbar.api.analysis.Quality.Level;

/** The points of one spectrum while they are read. For one thread. */
final class Spectrum {

    private static final int MOST = 10_000_000;

    private final GrowingColumn frequency = new GrowingColumn();
    private final GrowingColumn real = new GrowingColumn();
    private final GrowingColumn imaginary = new GrowingColumn();
    private Losses losses = Losses.none();
    private long direct;

    /** Adds a point in Hz, Ohm, Ohm; one without a frequency above 0, or with a number missing, is counted only. */
    void add(double[] point, long line) {
        if (point[0] == 0) {
            direct++;
        } else if (point[0] > 0 && isFinite(point)) {
            append(point);
        } else {
            losses = losses.withInvalid("line " + line);
        }
    }

    private void append(double[] point) {
        if (losses.kept() == MOST) {
            throw new IllegalArgumentException("it has more than the limit of " + MOST + " points; split it");
        }
        frequency.add(point[0]);
        real.add(point[1]);
        imaginary.add(point[2]);
        losses = losses.withKept();
    }

    void addTruncated() {
        losses = losses.withTruncated();
    }

    boolean isEmpty() {
        return frequency.size() == 0;
    }

    /** The columns as outputs. */
    Values values() {
        return Values.of(
                        ImpedanceFile.FREQUENCY.name(), new Series(frequency.toArray(), ImpedanceFile.FREQUENCY.unit()))
                .with(ImpedanceFile.REAL.name(), new Series(real.toArray(), ImpedanceFile.REAL.unit()))
                .with(ImpedanceFile.IMAGINARY.name(), new Series(imaginary.toArray(), ImpedanceFile.IMAGINARY.unit()));
    }

    /** What was lost; rows of frequency 0 are direct current and no loss. */
    Quality quality() {
        return direct == 0
                ? losses.quality()
                : losses.quality().flag(Level.OK, "direct_current: " + direct + " rows of frequency 0 left out");
    }

    private static boolean isFinite(double[] point) {
        return Double.isFinite(point[0]) && Double.isFinite(point[1]) && Double.isFinite(point[2]);
    }
}
