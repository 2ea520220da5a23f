package org.busbar.analyses.voltammetry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the peaks of a sweep: maxima where the potential rises, minima where it falls. */
final class Peaks {

    private final Sweep sweep;
    private final Trace trace;
    private final double[] potential;
    private final double[] smooth;
    private final double sign;
    private final double error;
    private final StraightLine baseline;

    private Peaks(Sweep sweep, double smoothing, double baselineShare) {
        this.sweep = sweep;
        this.trace = sweep.trace();
        int reach = SavitzkyGolay.reach(smoothing, trace.size());
        this.smooth = SavitzkyGolay.of(trace.time(), trace.current(), reach).values();
        this.potential =
                SavitzkyGolay.of(trace.time(), trace.potential(), reach).values();
        this.sign = sweep.rising() ? 1 : -1;
        this.error = error(reach);
        int rows = Math.max(5, (int) Math.round(baselineShare * trace.size()));
        Trace first = trace.part(0, Math.min(trace.size(), rows) - 1);
        this.baseline = StraightLine.of(first.potential(), first.current());
    }

    /** All peaks that stand out by at least {@code least} of the range of current in the sweep, in order of time. */
    static List<Peak> of(Sweep sweep, double smoothing, double baselineShare, double least) {
        Peaks peaks = new Peaks(sweep, smoothing, baselineShare);
        double lowest = least * peaks.range();
        List<Peak> found = new ArrayList<>();
        for (int i = 2; i < peaks.smooth.length - 2; i++) {
            if (peaks.height(i) > peaks.height(i - 1)
                    && peaks.height(i) >= peaks.height(i + 1)
                    && peaks.prominence(i) >= lowest) {
                found.add(peaks.at(i));
            }
        }
        return found;
    }

    /** The one that stands out most. */
    static Optional<Peak> main(List<Peak> peaks, int sweep) {
        return peaks.stream().filter(peak -> peak.sweep() == sweep).max(Comparator.comparingDouble(Peak::prominence));
    }

    private double height(int row) {
        return sign * smooth[row];
    }

    private double range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double current : smooth) {
            low = Math.min(low, current);
            high = Math.max(high, current);
        }
        return high - low;
    }

    private double prominence(int row) {
        return height(row) - Math.max(valley(row, -1), valley(row, 1));
    }

    /** The lowest height on the way to what is higher, or to the end. */
    private double valley(int row, int step) {
        double lowest = height(row);
        for (int i = row + step; i >= 0 && i < smooth.length && height(i) <= height(row); i += step) {
            lowest = Math.min(lowest, height(i));
        }
        return lowest;
    }

    /** Of a smoothed current: for a parabola over m points the variance falls to about 9/(4 m). */
    private double error(int reach) {
        double squares = 0;
        for (int i = 0; i < smooth.length; i++) {
            double residual = trace.current()[i] - smooth[i];
            squares += residual * residual;
        }
        return Math.sqrt(squares / smooth.length * 9 / (4.0 * (2 * reach + 1)));
    }

    /** The vertex of the parabola through the smoothed current at {@code row} and its neighbours. */
    private Peak at(int row) {
        double before = trace.time()[row - 1] - trace.time()[row];
        double after = trace.time()[row + 1] - trace.time()[row];
        double down = (smooth[row - 1] - smooth[row]) / before;
        double up = (smooth[row + 1] - smooth[row]) / after;
        double curvature = (up - down) / (after - before);
        double slope = up - curvature * after;
        double shift = curvature == 0 ? 0 : -slope / (2 * curvature);
        double current = smooth[row] + shift * (slope + curvature * shift);
        double at = potential[row] + shift * (shift < 0 ? gradient(row - 1) : gradient(row));
        Peak.Beginning beginning = new Peak.Beginning(trace.potential()[0], baseline.at(trace.potential()[0]));
        return new Peak(sweep.number(), at, current, error, baseline.at(at), beginning, prominence(row));
    }

    private double gradient(int row) {
        return (potential[row + 1] - potential[row]) / (trace.time()[row + 1] - trace.time()[row]);
    }
}
