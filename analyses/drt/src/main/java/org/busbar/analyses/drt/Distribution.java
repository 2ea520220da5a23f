package org.busbar.analyses.drt;

import static org.busbar.api.Parameter.curve;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.busbar.analyses.impedance.Spectrum;
import org.busbar.api.Parameter;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;

/**
 * What the analysis found, and its outputs. All of them but the quality are columns, so that a spectrum without a
 * distribution has empty ones; a single number is a column of one.
 *
 * @param neighbours the solutions for a tenth of &lambda; and ten times &lambda;
 */
record Distribution(Solution solution, Resamples resamples, List<Solution> neighbours) {

    static final Curve LAMBDA = curve("lambda_used", "1");
    static final Curve RESISTANCE = curve("r_infinity", "Ohm");
    static final Curve RESISTANCE_ERROR = curve("r_infinity_uncertainty", "Ohm");
    static final Curve RESISTANCE_RANGE = curve("r_infinity_range", "Ohm");
    static final Curve INDUCTANCE = curve("inductance", "H");
    static final Curve POLARISATION = curve("polarisation_resistance", "Ohm");
    static final Curve POLARISATION_ERROR = curve("polarisation_resistance_uncertainty", "Ohm");
    static final Curve NOISE = curve("noise", "%");
    static final Curve RESOLUTION = curve("resolution", "1");
    static final Curve TAU = curve("tau", "s");
    static final Curve GAMMA = curve("gamma", "Ohm");
    static final Curve GAMMA_LOW = curve("gamma_low", "Ohm");
    static final Curve GAMMA_HIGH = curve("gamma_high", "Ohm");
    static final Curve PEAK_TAU = curve("peak_tau", "s");
    static final Curve PEAK_RESISTANCE = curve("peak_resistance", "Ohm");
    static final Curve PEAK_RESISTANCE_ERROR = curve("peak_resistance_uncertainty", "Ohm");
    static final Curve PEAK_CAPACITANCE = curve("peak_capacitance", "F");
    static final Curve PEAK_HEIGHT = curve("peak_height", "Ohm");
    static final Curve PEAK_WIDTH = curve("peak_width", "1");
    static final Curve PEAK_SHARE = curve("peak_share", "1");
    static final Curve FITTED_REAL = curve("z_real_fit", "Ohm");
    static final Curve FITTED_IMAGINARY = curve("z_imag_fit", "Ohm");

    /** Half the width of a 90 % interval in standard deviations. */
    static final double NINETY = 1.6449;

    private static final List<Curve> COLUMNS = List.of(
            LAMBDA,
            RESISTANCE,
            RESISTANCE_ERROR,
            RESISTANCE_RANGE,
            INDUCTANCE,
            POLARISATION,
            POLARISATION_ERROR,
            NOISE,
            RESOLUTION,
            TAU,
            GAMMA,
            GAMMA_LOW,
            GAMMA_HIGH,
            PEAK_TAU,
            PEAK_RESISTANCE,
            PEAK_RESISTANCE_ERROR,
            PEAK_CAPACITANCE,
            PEAK_HEIGHT,
            PEAK_WIDTH,
            PEAK_SHARE,
            Impedance.FALLING,
            FITTED_REAL,
            FITTED_IMAGINARY,
            Impedance.RESIDUAL_REAL,
            Impedance.RESIDUAL_IMAGINARY,
            Impedance.RESIDUAL_BAND);

    /** All outputs, the quality last. */
    static final List<Parameter> OUTPUTS = Stream.<Parameter>concat(COLUMNS.stream(), Stream.of(Quality.OUTPUT))
            .toList();

    /** All columns, empty. */
    static Values none() {
        Values values = Values.none();
        for (Curve column : COLUMNS) {
            values = with(values, column);
        }
        return values;
    }

    private static Values with(Values values, Curve column, double... numbers) {
        return values.with(column.name(), Impedance.series(column, numbers));
    }

    /** All columns but the resolution. */
    Values values() {
        return numbers().with(columns()).with(peaks()).with(fit());
    }

    private Values numbers() {
        Values values = with(Values.none(), LAMBDA, solution.lambda());
        values = with(values, RESISTANCE, solution.resistance());
        values = with(values, RESISTANCE_ERROR, resamples.deviation(Solution::resistance));
        values = with(values, RESISTANCE_RANGE, range());
        values = with(values, INDUCTANCE, solution.inductance());
        values = with(values, POLARISATION, solution.polarisation());
        values = with(values, POLARISATION_ERROR, resamples.deviation(Solution::polarisation));
        return with(values, NOISE, 100 * solution.noise());
    }

    /** The smallest and the largest R<sub>inf</sub> of the three. */
    private double[] range() {
        double[] sorted = DoubleStream.concat(
                        DoubleStream.of(solution.resistance()),
                        neighbours.stream().mapToDouble(Solution::resistance))
                .sorted()
                .toArray();
        return new double[] {sorted[0], sorted[sorted.length - 1]};
    }

    private Values columns() {
        Values values = with(Values.none(), TAU, solution.grid().tau());
        values = with(values, GAMMA, solution.gamma());
        values = with(values, GAMMA_LOW, resamples.low());
        return with(values, GAMMA_HIGH, resamples.high());
    }

    private Values peaks() {
        List<Peak> peaks = Peak.of(solution.grid(), solution.gamma());
        Values values = with(Values.none(), PEAK_TAU, each(peaks, Peak::tau));
        values = with(values, PEAK_RESISTANCE, each(peaks, Peak::resistance));
        values = with(values, PEAK_RESISTANCE_ERROR, each(peaks, this::error));
        values = with(values, PEAK_CAPACITANCE, each(peaks, Peak::capacitance));
        values = with(values, PEAK_HEIGHT, each(peaks, Peak::height));
        values = with(values, PEAK_WIDTH, each(peaks, Peak::width));
        return with(values, PEAK_SHARE, each(peaks, Peak::share));
    }

    private static double[] each(List<Peak> peaks, ToDoubleFunction<Peak> number) {
        return peaks.stream().mapToDouble(number).toArray();
    }

    /** The standard deviation of the area between the same two time constants. */
    private double error(Peak peak) {
        return resamples.deviation(sample -> sample.grid().area(sample.gamma(), peak.from(), peak.to()));
    }

    private Values fit() {
        Spectrum spectrum = solution.equations().spectrum();
        double[] weight = solution.equations().weight();
        double[] rest = solution.residuals();
        double[] real = spectrum.each(i -> rest[2 * i] / weight[i]);
        double[] imaginary = spectrum.each(i -> rest[2 * i + 1] / weight[i]);
        Values values = with(Values.none(), Impedance.FALLING, spectrum.frequency());
        values = with(values, FITTED_REAL, spectrum.each(i -> spectrum.real(i) - real[i]));
        values = with(values, FITTED_IMAGINARY, spectrum.each(i -> spectrum.imaginary(i) - imaginary[i]));
        values = with(values, Impedance.RESIDUAL_REAL, spectrum.each(i -> 100 * real[i] / spectrum.modulus(i)));
        values = with(
                values, Impedance.RESIDUAL_IMAGINARY, spectrum.each(i -> 100 * imaginary[i] / spectrum.modulus(i)));
        double half = 100 * NINETY * solution.noise();
        return with(values, Impedance.RESIDUAL_BAND, spectrum.each(i -> half / weight[i] / spectrum.modulus(i)));
    }
}
