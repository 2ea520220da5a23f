package org.busbar.analyses.eis;

import static org.busbar.api.analysis.Quality.Level.OK;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.busbar.analyses.eis.circuit.Circuit;
import org.busbar.analyses.eis.fit.CircuitFit;
import org.busbar.analyses.eis.fit.Request;
import org.busbar.analyses.eis.fit.Weighting;
import org.busbar.analyses.impedance.Spectrum;
import org.busbar.api.analysis.Quality;

/**
 * Fits of several circuits to the same points, by rising AICc.
 *
 * @param leftOut circuits with too many parameters for the points
 */
record Ranking(List<Candidate> candidates, List<String> leftOut) {

    /** AICc that differ less do not tell circuits apart. */
    private static final double ALIKE = 2;

    /** A circuit as it was written, and its fit. */
    record Candidate(String text, CircuitFit fit) {}

    /**
     * Fits all.
     *
     * @param texts circuits with semicolons between them
     * @throws IllegalArgumentException if a text is no circuit or no circuit suits the number of points
     * @throws InterruptedException if told to stop
     */
    static Ranking of(Measured measured, String texts, Weighting weighting) throws InterruptedException {
        Fitting fitting = new Fitting(measured.analysis());
        List<String> written =
                Arrays.stream(texts.split(";")).map(String::strip).distinct().toList();
        List<Circuit> circuits = written.stream().map(fitting::read).toList();
        Spectrum spectrum = measured.fitted(circuits.stream().allMatch(Circuit::inductive));
        return of(measured, written, circuits, spectrum, Request.by(weighting));
    }

    private static Ranking of(
            Measured measured, List<String> written, List<Circuit> circuits, Spectrum spectrum, Request request)
            throws InterruptedException {
        List<Candidate> candidates = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (int i = 0; i < circuits.size(); i++) {
            Circuit circuit = circuits.get(i);
            if (spectrum.size()
                    < CircuitFit.FEWEST_POINTS * circuit.parameters().size()) {
                leftOut.add(written.get(i));
            } else {
                CircuitFit fit = new Fitting(measured.analysis()).fit(circuit, spectrum, request);
                candidates.add(new Candidate(written.get(i), fit));
            }
        }
        requireSome(measured, candidates, spectrum);
        candidates.sort(Comparator.comparingDouble(candidate -> candidate.fit().aicc()));
        return new Ranking(List.copyOf(candidates), List.copyOf(leftOut));
    }

    private static void requireSome(Measured measured, List<Candidate> candidates, Spectrum spectrum) {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException(measured.analysis() + ": " + spectrum.size()
                    + " points are too few for each of the circuits; give " + CircuitFit.FEWEST_POINTS
                    + " points or more for each parameter, or simpler circuits");
        }
    }

    /** The one with the fewest parameters among those with about the lowest AICc. */
    Candidate recommended() {
        return candidates.stream()
                .filter(candidate -> candidate.fit().aicc() <= lowest() + ALIKE)
                .min(Comparator.comparingInt(candidate -> candidate.fit().parameters()))
                .orElseThrow();
    }

    double lowest() {
        return candidates.get(0).fit().aicc();
    }

    List<String> circuits() {
        return candidates.stream().map(Candidate::text).toList();
    }

    double[] each(ToDoubleFunction<CircuitFit> number) {
        return candidates.stream()
                .mapToDouble(candidate -> number.applyAsDouble(candidate.fit()))
                .toArray();
    }

    /** {@code over_fitted} for each circuit that a simpler one beats. */
    Quality quality() {
        Quality quality = Quality.ok();
        for (Candidate candidate : candidates) {
            Optional<Candidate> simpler = candidates.stream()
                    .filter(other -> other.fit().parameters() < candidate.fit().parameters())
                    .filter(other -> other.fit().aicc() < candidate.fit().aicc())
                    .findFirst();
            quality = simpler.isPresent() ? quality.flag(OK, overFitted(candidate, simpler.get())) : quality;
        }
        return quality;
    }

    private static String overFitted(Candidate candidate, Candidate simpler) {
        return String.format(
                Locale.ROOT,
                "over_fitted: %s, AICc %.1f above that of the simpler %s",
                candidate.text(),
                candidate.fit().aicc() - simpler.fit().aicc(),
                simpler.text());
    }
}
