package org.busbar.optimizers.polynomial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * Polynomials each taught another part of the places.
 *
 * <p>Where fewer than half of them speak, the ensemble abstains: see {@link Opinion#abstains}. After F. Rahmanian et al., Batteries &amp; Supercaps 5,
 * e202200228 (2022), doi:10.1002/batt.202200228.
 */
final class Ensemble {

    private final Places places;
    private final Terms terms;
    private final boolean hull;
    private final List<Member> members;

    private Ensemble(Places places, Terms terms, boolean hull, List<Member> members) {
        this.places = places;
        this.terms = terms;
        this.hull = hull;
        this.members = members;
    }

    /**
     * Fits an ensemble.
     *
     * @param linear for each column whether it takes two values only
     * @throws InterruptedException if told to stop
     */
    static Ensemble of(Places places, boolean[] linear, Settings settings, Keyed keyed) throws InterruptedException {
        Terms terms = new Terms(linear, settings.degree(), places.size());
        List<Member> members = new ArrayList<>();
        double[][] basis = basis(terms, places);
        while (members.size() < settings.members() && places.size() > 1) {
            if (Thread.interrupted()) {
                throw new InterruptedException("The surrogate polynomial was told to stop");
            }
            members.add(Member.drawn(places, basis, terms, settings.hull(), keyed.at(members.size())));
        }
        return new Ensemble(places, terms, settings.hull(), members);
    }

    private static double[][] basis(Terms terms, Places places) {
        return Arrays.stream(places.rows()).map(terms::at).toArray(double[][]::new);
    }

    /** This ensemble, each of whose members is told of what changed at a place, or of a new one. */
    Ensemble with(Places more, int place) {
        double[][] basis = basis(terms, more);
        List<Member> told = members.stream()
                .map(member -> member.taught(more, basis, place, hull))
                .toList();
        return new Ensemble(more, terms, hull, told);
    }

    List<Member> members() {
        return members;
    }

    Places places() {
        return places;
    }

    Opinion opinion(double[] row) {
        return Opinion.of(members, row, terms.at(row), places.nearest(row, -1));
    }

    /** What the members say of a row that were not taught a place. */
    Opinion without(int place, double[] row) {
        List<Member> others =
                members.stream().filter(member -> !member.taught()[place]).toList();
        return Opinion.of(others, row, terms.at(row), places.nearest(row, place));
    }

    /** How the mean of an opinion and the deviation between members change with each number of the row. */
    double[][] slopes(Opinion opinion, double[] row) {
        double[][] slopes = terms.slopes(row);
        double[] basis = terms.at(row);
        int count = opinion.speaking().size();
        double[] ofMean = new double[row.length];
        double[] ofVariance = new double[row.length];
        for (Member member : opinion.speaking()) {
            double[] slope = member.ridge().slope(slopes);
            double apart = member.ridge().at(basis) - opinion.mean();
            for (int j = 0; j < row.length; j++) {
                ofMean[j] += opinion.trust() * slope[j] / count;
                ofVariance[j] += 2 * apart * slope[j] / Math.max(1, count - 1);
            }
        }
        double deviation = Math.sqrt(opinion.between());
        double[] ofDeviation = IntStream.range(0, row.length)
                .mapToDouble(j -> opinion.abstains() || deviation == 0 ? 0 : ofVariance[j] / (2 * deviation))
                .toArray();
        return new double[][] {ofMean, ofDeviation};
    }
}
