package org.busbar.optimizers.bayes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.optimize.Model;

/**
 * Equally likely models and their mean.
 *
 * @param equals at least one; the first stands for all where one is to be named
 */
record Ensemble(List<Model> equals) implements Model {

    private Model centre() {
        return equals.get(0);
    }

    @Override
    public List<Model> members() {
        return equals;
    }

    @Override
    public Forecast predict(double[][] rows) {
        double[] means = new double[rows.length];
        double[] squares = new double[rows.length];
        for (Model member : equals) {
            Forecast one = member.predict(rows);
            for (int i = 0; i < rows.length; i++) {
                double mean = one.means()[i];
                means[i] += mean / equals.size();
                squares[i] += (mean * mean + one.deviations()[i] * one.deviations()[i]) / equals.size();
            }
        }
        for (int i = 0; i < rows.length; i++) {
            squares[i] = Math.sqrt(Math.max(0, squares[i] - means[i] * means[i]));
        }
        return new Forecast(means, squares);
    }

    @Override
    public Ensemble with(double[] row, double value) {
        return new Ensemble(
                equals.stream().map(member -> member.with(row, value)).toList());
    }

    /** By the law of total covariance. */
    @Override
    public double[][] covariance(double[][] rows) {
        double[] mean = predict(rows).means();
        double[][] total = new double[rows.length][rows.length];
        for (Model member : equals) {
            double[][] own = member.covariance(rows);
            double[] means = member.predict(rows).means();
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < rows.length; j++) {
                    total[i][j] += (own[i][j] + (means[i] - mean[i]) * (means[j] - mean[j])) / equals.size();
                }
            }
        }
        return total;
    }

    @Override
    public Optional<Slope> slope(double[] row) {
        List<Slope> slopes = equals.stream()
                .map(member -> member.slope(row))
                .flatMap(Optional::stream)
                .toList();
        return slopes.size() < equals.size() ? Optional.empty() : Optional.of(mean(slopes, row.length));
    }

    private static Slope mean(List<Slope> slopes, int columns) {
        double mean = 0;
        double square = 0;
        double[] ofMean = new double[columns];
        double[] ofSquare = new double[columns];
        for (Slope one : slopes) {
            mean += one.mean() / slopes.size();
            square += (one.mean() * one.mean() + one.deviation() * one.deviation()) / slopes.size();
            for (int i = 0; i < columns; i++) {
                ofMean[i] += one.ofMean()[i] / slopes.size();
                ofSquare[i] +=
                        2 * (one.mean() * one.ofMean()[i] + one.deviation() * one.ofDeviation()[i]) / slopes.size();
            }
        }
        double deviation = Math.sqrt(Math.max(1e-24, square - mean * mean));
        double[] ofDeviation = new double[columns];
        for (int i = 0; i < columns; i++) {
            ofDeviation[i] = (ofSquare[i] - 2 * mean * ofMean[i]) / (2 * deviation);
        }
        return new Slope(mean, deviation, ofMean, ofDeviation);
    }

    @Override
    public double noise() {
        return centre().noise();
    }

    @Override
    public Optional<Forecast> leftOut() {
        return centre().leftOut();
    }

    @Override
    public double[] relevances() {
        return centre().relevances();
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>(centre().facts());
        facts.put("averaged over", equals.size() + " processes; the facts are those of the first");
        return facts;
    }
}
