package org.busbar.analyses.eis.fit;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.busbar.analyses.eis.circuit.Circuit;
import org.busbar.analyses.eis.circuit.Omega;
import org.busbar.analyses.eis.circuit.Response;
import org.busbar.analyses.impedance.Spectrum;

/**
 * The sum of |Z - Z<sub>fit</sub>|<sup>2</sup>/w<sup>2</sup> as a function of the coordinates. Holds its workspace, so it
 * belongs to one thread.
 */
final class Misfit {

    private final Circuit circuit;
    private final Weighting weighting;
    private final Coordinates coordinates;
    private final Omega[] omegas;
    private final double[] real;
    private final double[] imaginary;
    private final double[] weights;
    private final Response response;
    private final double[] slopes;
    private final double[] rowReal;
    private final double[] rowImaginary;

    Misfit(Circuit circuit, Coordinates coordinates, Spectrum spectrum, Weighting weighting) {
        this.circuit = circuit;
        this.weighting = weighting;
        this.coordinates = coordinates;
        omegas = IntStream.range(0, spectrum.size())
                .mapToObj(k -> Omega.of(spectrum.omega(k)))
                .toArray(Omega[]::new);
        real = spectrum.real();
        imaginary = spectrum.imaginary();
        weights = spectrum.each(k -> weighting.weight(spectrum, k));
        response = new Response(coordinates.size());
        slopes = new double[coordinates.free().length];
        rowReal = new double[coordinates.free().length];
        rowImaginary = new double[coordinates.free().length];
    }

    Weighting weighting() {
        return weighting;
    }

    Coordinates coordinates() {
        return coordinates;
    }

    /** The sum of squares of the measured numbers, weighted: what is small is small against this. */
    double scale() {
        double sum = 0;
        for (int k = 0; k < real.length; k++) {
            sum += weights[k] * weights[k] * (real[k] * real[k] + imaginary[k] * imaginary[k]);
        }
        return sum;
    }

    State fresh() {
        return new State(coordinates.size(), coordinates.free().length);
    }

    /** Writes everything but {@code state.at}, which is given. */
    void evaluate(State state) {
        coordinates.values(state.at, state.values);
        state.squares = 0;
        Arrays.fill(state.gradient, 0);
        for (int a = 0; a < slopes.length; a++) {
            int parameter = coordinates.free()[a];
            slopes[a] = coordinates.all().get(parameter).slope(state.values[parameter]);
            Arrays.fill(state.normal[a], 0);
        }
        for (int k = 0; k < omegas.length; k++) {
            circuit.respond(omegas[k], state.values, response);
            add(k, state);
        }
    }

    private void add(int k, State state) {
        double weight = weights[k];
        double re = weight * (response.real() - real[k]);
        double im = weight * (response.imaginary() - imaginary[k]);
        state.squares += re * re + im * im;
        int[] free = coordinates.free();
        for (int a = 0; a < free.length; a++) {
            double slope = weight * slopes[a];
            rowReal[a] = slope * response.realBy(free[a]);
            rowImaginary[a] = slope * response.imaginaryBy(free[a]);
            state.gradient[a] += rowReal[a] * re + rowImaginary[a] * im;
            addProducts(a, state.normal[a]);
        }
    }

    private void addProducts(int a, double[] row) {
        for (int b = 0; b <= a; b++) {
            row[b] += rowReal[a] * rowReal[b] + rowImaginary[a] * rowImaginary[b];
        }
    }
}
