package org.busbar.optimizers.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.numeric.Lbfgsb;

/**
 * Multinomial logistic regression on the numbers, their squares and, up to ten numbers, their products, with a Gaussian
 * prior on the weights. The first member has learnt from the examples as they are, each other one from randomly weighted
 * ones (Bayesian bootstrap; D. B. Rubin, Ann. Stat. 9, 130 (1981), doi:10.1214/aos/1176345338).
 */
final class LogisticRegression implements Classifier {

    private static final int MEMBERS = 8;
    private static final int ITERATIONS = 60;
    /** No weight is ever as large. */
    private static final double LARGEST = 1e3;

    @Override
    public Committee fit(Examples examples, Keyed random) {
        double[][] features =
                Arrays.stream(examples.rows()).map(LogisticRegression::features).toArray(double[][]::new);
        List<Committee.Member> members = new ArrayList<>();
        double[] start = new double[examples.classes() * features[0].length];
        for (int i = 0; i < MEMBERS; i++) {
            Keyed stream = random.at(i);
            boolean plain = i == 0;
            double[] importance = new double[examples.size()];
            Arrays.setAll(importance, k -> plain ? 1 : stream.exponential());
            double[] weights =
                    minimum(new LogisticLoss(features, examples.labels(), examples.classes(), importance), start);
            members.add(row -> LogisticLoss.probabilities(weights, features(row), examples.classes()));
            start = plain ? weights : start;
        }
        return Committee.of(members);
    }

    private static double[] minimum(LogisticLoss loss, double[] start) {
        double[] low = new double[start.length];
        double[] high = new double[start.length];
        Arrays.fill(low, -LARGEST);
        Arrays.fill(high, LARGEST);
        return Lbfgsb.minimize(loss, start, low, high, ITERATIONS).x();
    }

    /** A one, the numbers seen from the middle of their range, their squares, their products. */
    static double[] features(double[] row) {
        int width = row.length;
        int products = width <= 10 ? width * (width - 1) / 2 : 0;
        double[] features = new double[1 + 2 * width + products];
        features[0] = 1;
        int next = 1 + 2 * width;
        for (int i = 0; i < width; i++) {
            features[1 + i] = 2 * row[i] - 1;
            features[1 + width + i] = features[1 + i] * features[1 + i];
            for (int j = 0; j < i && products > 0; j++) {
                features[next++] = features[1 + i] * features[1 + j];
            }
        }
        return features;
    }
}
