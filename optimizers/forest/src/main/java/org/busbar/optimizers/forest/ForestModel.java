package org.busbar.optimizers.forest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.optimize.Model;

/** What a forest expects. Deviations are epistemic; the noise is aleatoric, see {@link Forest}. */
final class ForestModel implements Model {

    /** Where all trees agree, a deviation remains, so that it has a logarithm. */
    private static final double LEAST_DEVIATION = 1e-6;

    private final double[][] rows;
    private final Forest forest;
    private final Settings settings;
    private final int believed;

    /**
     * @param rows learnt from
     * @param believed how many values were given to grown trees, which none of them can do without
     */
    ForestModel(double[][] rows, Forest forest, Settings settings, int believed) {
        this.rows = rows;
        this.forest = forest;
        this.settings = settings;
        this.believed = believed;
    }

    @Override
    public Forecast predict(double[][] at) {
        double[] means = new double[at.length];
        double[] deviations = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            double[] said = said(at[i]);
            means[i] = mean(said);
            deviations[i] = deviation(said, means[i]);
        }
        return new Forecast(means, deviations);
    }

    private double[] said(double[] row) {
        double[] said = new double[forest.trees().size()];
        Arrays.setAll(said, b -> forest.trees().get(b).leaf(row).mean());
        return said;
    }

    private static double mean(double[] said) {
        double sum = 0;
        for (double one : said) {
            sum += one;
        }
        return sum / said.length;
    }

    private double deviation(double[] said, double mean) {
        double variance =
                settings.jackknife() ? Jackknife.variance(said, forest.samples()) : covariance(said, mean, said, mean);
        return Math.max(LEAST_DEVIATION, Math.sqrt(variance));
    }

    private static double covariance(double[] a, double meanOfA, double[] b, double meanOfB) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanOfA) * (b[i] - meanOfB);
        }
        return sum / a.length;
    }

    /** The correlation over the trees, times the deviations. */
    @Override
    public double[][] covariance(double[][] at) {
        double[][] said = Arrays.stream(at).map(this::said).toArray(double[][]::new);
        double[] means = Arrays.stream(said).mapToDouble(ForestModel::mean).toArray();
        double[] spreads = new double[at.length];
        double[] deviations = new double[at.length];
        double[][] covariance = new double[at.length][at.length];
        for (int i = 0; i < at.length; i++) {
            spreads[i] = Math.sqrt(covariance(said[i], means[i], said[i], means[i]));
            deviations[i] = deviation(said[i], means[i]);
            covariance[i][i] = deviations[i] * deviations[i];
            for (int j = 0; j < i; j++) {
                double both = spreads[i] * spreads[j];
                double share = both == 0 ? 0 : covariance(said[i], means[i], said[j], means[j]) / both;
                covariance[i][j] = share * deviations[i] * deviations[j];
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    /** The value joins those in its leaves, which stay as they were split. */
    @Override
    public Model with(double[] row, double value) {
        return new ForestModel(rows, forest.with(row, value), settings, believed + 1);
    }

    /** The mean variance within the leaves of the rows learnt from; 0 if each leaf holds one value. */
    @Override
    public double noise() {
        return Arrays.stream(forest.predict(rows))
                .mapToDouble(Prediction::aleatoric)
                .average()
                .orElse(0);
    }

    /** What those trees say that did not draw a row; empty if there is none for some row, as after {@link #with}. */
    @Override
    public Optional<Forecast> leftOut() {
        double[] means = new double[rows.length];
        double[] deviations = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            Optional<Prediction> without = forest.without(i, rows[i]);
            if (believed > 0 || without.isEmpty()) {
                return Optional.empty();
            }
            means[i] = without.orElseThrow().mean();
            deviations[i] =
                    Math.max(LEAST_DEVIATION, Math.sqrt(without.orElseThrow().total()));
        }
        return Optional.of(new Forecast(means, deviations));
    }

    /** For each column its share of what all splits gain, not an inverse length; 0 if there are no splits. */
    @Override
    public double[] relevances() {
        double[] gains = new double[rows[0].length];
        forest.trees().forEach(tree -> tree.gain(gains));
        double sum = Arrays.stream(gains).sum();
        return Arrays.stream(gains).map(gain -> sum == 0 ? 0 : gain / sum).toArray();
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("trees", String.valueOf(forest.trees().size()));
        facts.put("leaf", String.valueOf(settings.growth().leafSize()));
        facts.put("columns per split", String.valueOf(settings.growth().columns(rows[0].length)));
        facts.put("epistemic deviation", settings.jackknife() ? "of the mean, by the jackknife" : "of a tree");
        facts.put("aleatoric deviation", String.format(Locale.ROOT, "%.3g", Math.sqrt(noise())));
        return facts;
    }
}
