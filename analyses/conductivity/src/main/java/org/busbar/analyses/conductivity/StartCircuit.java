package org.busbar.analyses.conductivity;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Finds where the fit starts: for a fixed &alpha; the circuit is linear in R, X and L, so the best of 15 values of
 * &alpha; from .3 to 1 is near the global optimum and no guess is needed.
 */
final class StartCircuit {

    private record Candidate(Circuit circuit, double misfit) {

        boolean physical() {
            return circuit.resistance() > 0 && circuit.reactance() > 0;
        }
    }

    private StartCircuit() {}

    /**
     * The best circuit of the scan with positive R and X; its L may be negative.
     *
     * @throws IllegalArgumentException if there is none, because the spectrum is not that of a filled cell
     */
    static Circuit of(Spectrum spectrum) {
        List<Candidate> candidates = IntStream.rangeClosed(0, 14)
                .mapToObj(i -> solve(spectrum, 0.3 + 0.05 * i))
                .sorted(Comparator.comparingDouble(Candidate::misfit))
                .toList();
        return candidates.stream()
                .filter(Candidate::physical)
                .findFirst()
                .orElseThrow(() -> refusal(candidates.get(0).circuit(), spectrum))
                .circuit();
    }

    private static Candidate solve(Spectrum spectrum, double exponent) {
        Circuit unit = new Circuit(1, 1, exponent, spectrum.inductanceUnit(), spectrum.centre());
        RealMatrix columns = new Array2DRowRealMatrix(2 * spectrum.size(), 3);
        RealVector target = new ArrayRealVector(2 * spectrum.size());
        for (int i = 0; i < spectrum.size(); i++) {
            fill(columns, target, i, spectrum.points().get(i), unit);
        }
        RealVector solution = new QRDecomposition(columns).getSolver().solve(target);
        double misfit = columns.operate(solution).subtract(target).getNorm();
        return new Candidate(scaled(unit, solution), misfit);
    }

    private static void fill(RealMatrix columns, RealVector target, int row, Spectrum.Point point, Circuit unit) {
        double weight = 1 / point.modulus();
        Circuit.Complex electrodes = unit.electrodes(point.omega()).times(weight);
        columns.setRow(2 * row, new double[] {weight, electrodes.real(), 0});
        columns.setRow(
                2 * row + 1, new double[] {0, electrodes.imaginary(), weight * point.omega() * unit.inductance()});
        target.setEntry(2 * row, weight * point.real());
        target.setEntry(2 * row + 1, weight * point.imaginary());
    }

    private static Circuit scaled(Circuit unit, RealVector by) {
        return new Circuit(
                by.getEntry(0), by.getEntry(1), unit.exponent(), by.getEntry(2) * unit.inductance(), unit.centre());
    }

    private static IllegalArgumentException refusal(Circuit best, Spectrum spectrum) {
        return best.resistance() <= 0
                ? Refusal.noResistance(String.format(Locale.ROOT, "best fit R = %.3g Ohm", best.resistance()), spectrum)
                : Refusal.noElectrodes(
                        String.format(Locale.ROOT, "best fit |Z| of the electrodes = %.3g Ohm", best.reactance()),
                        spectrum);
    }
}
