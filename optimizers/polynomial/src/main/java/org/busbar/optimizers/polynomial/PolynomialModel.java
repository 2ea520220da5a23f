package org.busbar.optimizers.polynomial;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.busbar.api.optimize.Model;

/** What ensembles of polynomials expect; where they abstain, their deviation is 1. */
final class PolynomialModel implements Model {

    private final double[][] rows;
    private final double[] values;
    private final Pieces pieces;

    PolynomialModel(double[][] rows, double[] values, Pieces pieces) {
        this.rows = rows;
        this.values = values;
        this.pieces = pieces;
    }

    @Override
    public Forecast predict(double[][] at) {
        List<Opinion> opinions = Arrays.stream(at).map(pieces::opinion).toList();
        return new Forecast(
                opinions.stream().mapToDouble(Opinion::mean).toArray(),
                opinions.stream()
                        .mapToDouble(opinion -> Math.sqrt(opinion.between()))
                        .toArray());
    }

    Opinion opinion(double[] row) {
        return pieces.opinion(row);
    }

    /** Each member of the row's piece keeps its degree and alpha, and its range comes to hold the row. */
    @Override
    public Model with(double[] row, double value) {
        double[][] more = Arrays.copyOf(rows, rows.length + 1);
        double[] gave = Arrays.copyOf(values, rows.length + 1);
        more[rows.length] = row.clone();
        gave[rows.length] = value;
        int piece = pieces.piece(row);
        if (piece < 0) {
            return new PolynomialModel(more, gave, pieces);
        }
        int[] in = pieces.members(more, piece);
        Places places = Places.of(
                Arrays.stream(in).mapToObj(i -> pieces.rest(more[i])).toArray(double[][]::new),
                Arrays.stream(in).mapToDouble(i -> gave[i]).toArray());
        Ensemble told = pieces.ensembles().get(piece).with(places, places.of()[in.length - 1]);
        return new PolynomialModel(more, gave, pieces.with(piece, told));
    }

    @Override
    public Optional<Slope> slope(double[] row) {
        Opinion opinion = pieces.opinion(row);
        double[] ofMean = new double[row.length];
        double[] ofDeviation = new double[row.length];
        if (!opinion.speaking().isEmpty()) {
            double[][] slopes = pieces.ensembles().get(pieces.piece(row)).slopes(opinion, pieces.rest(row));
            for (int j = 0; j < pieces.free().length; j++) {
                ofMean[pieces.free()[j]] = slopes[0][j];
                ofDeviation[pieces.free()[j]] = slopes[1][j];
            }
        }
        return Optional.of(new Slope(opinion.mean(), Math.sqrt(opinion.between()), ofMean, ofDeviation));
    }

    /** The mean square by which members miss what they are not shown, which holds noise and want of fit. */
    @Override
    public double noise() {
        return polynomials()
                .mapToDouble(member -> member.ridge().misfit())
                .average()
                .orElse(0);
    }

    private Stream<Member> polynomials() {
        return pieces.ensembles().stream().flatMap(ensemble -> ensemble.members().stream());
    }

    /** What members say of each row that were not taught its place; they abstain at the rim of the data. */
    @Override
    public Optional<Forecast> leftOut() {
        Opinion[] opinions =
                IntStream.range(0, rows.length).mapToObj(this::without).toArray(Opinion[]::new);
        return Optional.of(new Forecast(
                Arrays.stream(opinions).mapToDouble(Opinion::mean).toArray(),
                Arrays.stream(opinions).mapToDouble(PolynomialModel::total).toArray()));
    }

    private Opinion without(int i) {
        int piece = pieces.piece(rows[i]);
        if (piece < 0) {
            return Opinion.NONE;
        }
        int[] in = pieces.members(rows, piece);
        int place = pieces.ensembles().get(piece).places().of()[Arrays.binarySearch(in, i)];
        return pieces.ensembles().get(piece).without(place, pieces.rest(rows[i]));
    }

    private static double total(Opinion opinion) {
        return Math.sqrt(opinion.between() + (opinion.abstains() ? 0 : opinion.residual()));
    }

    /** For each column the root mean square of the slope at the rows learnt from. */
    @Override
    public double[] relevances() {
        double[] squares = new double[pieces.context().length + pieces.free().length];
        for (double[] row : rows) {
            double[] slope = slope(row).orElseThrow().ofMean();
            for (int j = 0; j < slope.length; j++) {
                squares[j] += slope[j] * slope[j] / rows.length;
            }
        }
        return Arrays.stream(squares).map(Math::sqrt).toArray();
    }

    /**
     * Where the next value at a row lies in 95 % of all cases, by jackknife+ after bootstrap (B. Kim, C. Xu, R. F.
     * Barber, NeurIPS 2020, arXiv:2002.09025).
     *
     * @return infinite ends where the ensemble abstains, or learnt from fewer than 20 rows that count
     */
    Interval interval(double[] row) {
        int piece = pieces.piece(row);
        if (piece < 0 || pieces.opinion(row).abstains()) {
            return Interval.ALL;
        }
        int[] in = pieces.members(rows, piece);
        double[] own = Arrays.stream(in).mapToDouble(i -> values[i]).toArray();
        return Interval.of(pieces.ensembles().get(piece), own, pieces.rest(row));
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("members", String.valueOf(polynomials().count()));
        facts.put("ensembles", String.valueOf(pieces.ensembles().size()));
        facts.put("degrees", counted());
        facts.put(
                "abstains",
                "at " + abstaining() + " of " + rows.length + " rows if each is left out, and wherever"
                        + " fewer than half of the members have data around");
        facts.put("residual deviation", String.format(Locale.ROOT, "%.3g", Math.sqrt(noise())));
        return facts;
    }

    private String counted() {
        return polynomials()
                .collect(Collectors.groupingBy(member -> member.ridge().degree(), TreeMap::new, Collectors.counting()))
                .toString();
    }

    private long abstaining() {
        return IntStream.range(0, rows.length)
                .filter(i -> without(i).abstains())
                .count();
    }
}
