package org.busbar.analyses.cycling;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Series;
import org.busbar.api.Values;

/**
 * The outputs of {@link IncrementalCapacity} as columns.
 *
 * @param gain standard uncertainty of the current relative to the reading
 * @param position standard uncertainty of a voltage, V
 * @param window points of the filter, within which the scatter is not independent
 */
record IncrementalColumns(double gain, double position, int window) {

    /** Of the highest dQ/dV: below, dV/dQ has no bound and is left out. */
    private static final double LOWEST = 0.01;

    Values curve(IncrementalCurve curve) {
        double least = LOWEST * curve.highest();
        int[] steep = IntStream.range(0, curve.slope().length)
                .filter(i -> curve.slope()[i] > least)
                .toArray();
        return Values.none()
                .with(column(IncrementalCapacity.GRID, curve.voltage()))
                .with(column(IncrementalCapacity.CHARGE, curve.charge()))
                .with(column(IncrementalCapacity.SLOPE, curve.slope()))
                .with(column(
                        IncrementalCapacity.DVDQ_CHARGE,
                        IntStream.of(steep).mapToDouble(i -> curve.charge()[i]).toArray()))
                .with(column(
                        IncrementalCapacity.DVDQ,
                        IntStream.of(steep)
                                .mapToDouble(i -> 1 / curve.slope()[i])
                                .toArray()));
    }

    Values peaks(List<Peak> peaks) {
        return Values.none()
                .with(column(IncrementalCapacity.PEAK_VOLTAGE, peaks, Peak::position))
                .with(column(IncrementalCapacity.PEAK_VOLTAGE_U, peaks, this::positionError))
                .with(column(IncrementalCapacity.PEAK_HEIGHT, peaks, Peak::height))
                .with(column(IncrementalCapacity.PEAK_HEIGHT_U, peaks, peak -> gain * peak.height()));
    }

    private double positionError(Peak peak) {
        return Math.hypot(position, Math.sqrt(window) * peak.positionError());
    }

    Values tracks(List<PeakTracks.Row> rows) {
        return Values.none()
                .with(column(IncrementalCapacity.TRACK_PEAK, rows, PeakTracks.Row::number))
                .with(column(IncrementalCapacity.TRACK_CYCLE, rows, PeakTracks.Row::cycle))
                .with(column(IncrementalCapacity.TRACK_VOLTAGE, rows, row -> row.peak()
                        .position()))
                .with(column(IncrementalCapacity.TRACK_HEIGHT, rows, row -> row.peak()
                        .height()));
    }

    private static <T> Values column(Curve parameter, List<T> rows, ToDoubleFunction<T> of) {
        return column(parameter, rows.stream().mapToDouble(of).toArray());
    }

    private static Values column(Curve parameter, double[] numbers) {
        return Values.of(parameter.name(), new Series(numbers, parameter.unit()));
    }
}
