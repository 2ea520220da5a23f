package org.busbar.analyses.eis.fit;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.busbar.analyses.eis.circuit.Circuit;
import org.busbar.analyses.eis.circuit.Omega;
import org.busbar.analyses.eis.circuit.Response;
import org.busbar.analyses.eis.circuit.Slot;
import org.busbar.analyses.impedance.Spectrum;

/**
 * The circuit with the smallest sum of |Z - Z<sub>fit</sub>|<sup>2</sup>/w<sup>2</sup>, and how well it is determined.
 * Immutable.
 */
public final class CircuitFit {

    /** Fewer points for each parameter are refused. */
    public static final int FEWEST_POINTS = 3;

    private static final int FEWEST_THINNED = 18;
    private static final int PROFILE_EVALUATIONS = 40;
    private static final double DOUBTFUL = 0.1;

    private final Circuit circuit;
    private final Spectrum spectrum;
    private final Coordinates coordinates;
    private final double[] values;
    private final double squares;
    private final double lowest;
    private final Weighting weighting;
    private final boolean converged;
    private final double[][] covariance;

    private CircuitFit(
            Misfit misfit, Circuit circuit, Spectrum spectrum, Coordinates coordinates, Descent search, double lowest) {
        State state = misfit.fresh();
        double[] ordered = CanonicalOrder.of(circuit, coordinates, search.best().values);
        System.arraycopy(coordinates.of(ordered), 0, state.at, 0, ordered.length);
        misfit.evaluate(state);
        this.weighting = misfit.weighting();
        this.circuit = circuit;
        this.spectrum = spectrum;
        this.coordinates = coordinates;
        this.values = state.values.clone();
        this.squares = state.squares;
        this.lowest = Math.min(lowest, squares);
        this.converged = search.converged();
        this.covariance = Covariance.of(state, coordinates);
    }

    /**
     * Fits a circuit. The lowest minimum wins; but if the request has a start for everything that is fitted, the one
     * that is reached from there.
     *
     * @throws IllegalArgumentException if the request does not suit the circuit or the spectrum has too few points
     * @throws InterruptedException if told to stop
     */
    public static CircuitFit of(Circuit circuit, Spectrum spectrum, Request request) throws InterruptedException {
        Coordinates coordinates = Coordinates.of(circuit, request, Extent.of(spectrum));
        requireEnough(spectrum, coordinates.free().length);
        Misfit misfit = new Misfit(circuit, coordinates, spectrum, request.weighting());
        Spectrum thinned = thinned(spectrum, coordinates.free().length);
        Misfit part = new Misfit(circuit, coordinates, thinned, request.weighting());
        List<double[]> starts = starts(circuit, spectrum, coordinates, request);
        Descent best = new Search(misfit, part, request.evaluations()).best(starts);
        Descent asked = complete(coordinates, request) ? searched(misfit, starts.get(0), request) : best;
        return new CircuitFit(misfit, circuit, spectrum, coordinates, asked, best.squares());
    }

    private static Descent searched(Misfit misfit, double[] start, Request request) {
        Descent search = new Descent(misfit, start);
        search.run(request.evaluations());
        return search;
    }

    /** Whether everything that is fitted has a start value. */
    private static boolean complete(Coordinates coordinates, Request request) {
        return Arrays.stream(coordinates.free())
                .mapToObj(i -> coordinates.all().get(i).slot().name())
                .allMatch(request.start()::containsKey);
    }

    /** Every n-th point, so many that each parameter still has two. */
    private static Spectrum thinned(Spectrum spectrum, int parameters) {
        int every = Math.max(1, spectrum.size() / Math.max(FEWEST_THINNED, 2 * parameters));
        return spectrum.only(k -> k % every == 0);
    }

    private static List<double[]> starts(Circuit circuit, Spectrum spectrum, Coordinates coordinates, Request request) {
        List<double[]> starts = new Starts(circuit, spectrum).values(request.starts(), coordinates.size());
        given(starts.get(0), coordinates, request);
        return starts.stream().map(coordinates::of).toList();
    }

    private static void requireEnough(Spectrum spectrum, int parameters) {
        if (spectrum.size() < FEWEST_POINTS * parameters) {
            throw new IllegalArgumentException(spectrum.size() + " points are too few for " + parameters
                    + " parameters; give " + FEWEST_POINTS * parameters
                    + " or more, fix parameters, or choose a simpler circuit");
        }
    }

    private static void given(double[] start, Coordinates coordinates, Request request) {
        for (int i = 0; i < start.length; i++) {
            start[i] =
                    request.start().getOrDefault(coordinates.all().get(i).slot().name(), start[i]);
        }
    }

    /** What was fitted. */
    public Circuit circuit() {
        return circuit;
    }

    /** The points that were fitted. */
    public Spectrum spectrum() {
        return spectrum;
    }

    /** Whether the search came to its end. */
    public boolean converged() {
        return converged;
    }

    /** The parameters in the order of {@link #values}. */
    public List<Slot> slots() {
        return coordinates.all().stream().map(Coordinate::slot).toList();
    }

    /** A fresh array of all parameters, each in the unit of its slot. */
    public double[] values() {
        return values.clone();
    }

    /** How many parameters were fitted. */
    public int parameters() {
        return coordinates.free().length;
    }

    /** How many numbers were measured beyond those that parameters take up; 1 or more. */
    public int degrees() {
        return 2 * spectrum.size() - parameters();
    }

    /** The minimum, without unit, or in Ohm<sup>2</sup> for {@link Weighting#UNIT}. */
    public double squares() {
        return squares;
    }

    /** The lowest minimum found from any start: that of {@link #squares} or a lower one. */
    public double lowest() {
        return lowest;
    }

    /** The minimum divided by the degrees of freedom. */
    public double chi2() {
        return squares / degrees();
    }

    /** Akaike's criterion for small samples, up to a constant of the spectrum; the noise counts as a parameter. */
    public double aicc() {
        double numbers = 2.0 * spectrum.size();
        double k = parameters() + 1;
        double floored = Math.max(squares / numbers, Double.MIN_NORMAL);
        return numbers * Math.log(floored) + 2 * k + 2 * k * (k + 1) / (numbers - k - 1);
    }

    /** Standard error of the parameter at {@code index} in its unit, 0 if it is fixed. */
    public double error(int index) {
        return coordinates.all().get(index).slope(values[index]) * coordinateError(index);
    }

    /** Standard error of the coordinate: relative for what is fitted as a logarithm. */
    double coordinateError(int index) {
        return Math.sqrt(chi2() * covariance[index][index]);
    }

    Coordinate coordinate(int index) {
        return coordinates.all().get(index);
    }

    /** Correlation of two parameters; 0 between different ones if one is fixed. */
    public double correlation(int one, int other) {
        double product = covariance[one][one] * covariance[other][other];
        return one == other ? 1 : product > 0 ? covariance[one][other] / Math.sqrt(product) : 0;
    }

    /** Standard error, to first order, of a smooth function of the parameters. */
    public double error(ToDoubleFunction<double[]> function) {
        double[] slopes = new double[values.length];
        for (int index : coordinates.free()) {
            slopes[index] = slope(function, index);
        }
        double variance = 0;
        for (int i = 0; i < slopes.length; i++) {
            for (int j = 0; j < slopes.length; j++) {
                variance += slopes[i] * slopes[j] * covariance[i][j];
            }
        }
        return Math.sqrt(chi2() * Math.max(0, variance));
    }

    /** Derivative by a coordinate, from a difference of 1e-5 on both sides. */
    private double slope(ToDoubleFunction<double[]> function, int index) {
        double step = coordinate(index).logarithmic() ? 1e-5 * values[index] : 1e-5 * Math.max(values[index], 1e-9);
        double[] moved = values.clone();
        moved[index] += step;
        double up = function.applyAsDouble(moved);
        moved[index] -= 2 * step;
        double down = function.applyAsDouble(moved);
        return (up - down) / (2 * step) * coordinate(index).slope(values[index]);
    }

    /** Z of the fitted circuit at each point, real and imaginary in turn, Ohm. */
    public double[] fitted() {
        double[] fitted = new double[2 * spectrum.size()];
        Response response = new Response(values.length);
        for (int k = 0; k < spectrum.size(); k++) {
            circuit.respond(Omega.of(spectrum.omega(k)), values, response);
            fitted[2 * k] = response.real();
            fitted[2 * k + 1] = response.imaginary();
        }
        return fitted;
    }

    /** (Z - Z<sub>fit</sub>)/|Z| at each point: real parts, then imaginary parts. */
    public double[][] relativeResiduals() {
        double[] fitted = fitted();
        return new double[][] {
            spectrum.each(k -> (spectrum.real(k) - fitted[2 * k]) / spectrum.modulus(k)),
            spectrum.each(k -> (spectrum.imaginary(k) - fitted[2 * k + 1]) / spectrum.modulus(k))
        };
    }

    /**
     * Whether a parameter that is known to no better than 10 % can go to an end of its range for less than 1 % of
     * misfit, if the others follow.
     */
    boolean runsFree(int index) {
        Coordinate coordinate = coordinate(index);
        return coordinate.logarithmic()
                && coordinateError(index) > DOUBTFUL
                && (runsTo(index, coordinate.bound().low())
                        || runsTo(index, coordinate.bound().high()));
    }

    private boolean runsTo(int index, double end) {
        Coordinates held = coordinates.fixing(index, end);
        double[] start = values.clone();
        start[index] = end;
        Descent search = new Descent(new Misfit(circuit, held, spectrum, weighting), held.of(start));
        search.run(PROFILE_EVALUATIONS);
        return search.squares() <= 1.01 * squares;
    }
}
