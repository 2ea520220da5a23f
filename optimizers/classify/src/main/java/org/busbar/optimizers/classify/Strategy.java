package org.busbar.optimizers.classify;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How unsure a committee is of a label. */
enum Strategy {

    /** The two most probable labels are the closest: p2 - p1. */
    SMALLEST_MARGIN {
        @Override
        double doubt(Opinion opinion) {
            return opinion.mean()[opinion.second()] - opinion.mean()[opinion.label()];
        }
    },
    /** The most probable label is the least probable: 1 - p1. */
    LEAST_CONFIDENCE {
        @Override
        double doubt(Opinion opinion) {
            return 1 - opinion.mean()[opinion.label()];
        }
    },
    /** The probabilities are the most even: - sum of p ln p. */
    ENTROPY {
        @Override
        double doubt(Opinion opinion) {
            return entropy(opinion.mean());
        }
    },
    /** The votes of the members are the most even: - sum of V/C ln(V/C); where they are alike, the probabilities decide. */
    VOTE_ENTROPY {
        @Override
        double doubt(Opinion opinion) {
            return entropy(opinion.votes()) + TIE * entropy(opinion.mean());
        }
    };

    private static final double TIE = 1e-6;

    /** More is less sure; to be compared with one another only. */
    abstract double doubt(Opinion opinion);

    /** As it is written in settings, such as {@code smallest-margin}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Strategy::word).toList();
    }

    private static double entropy(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum -= share > 0 ? share * StrictMath.log(share) : 0;
        }
        return sum;
    }
}
