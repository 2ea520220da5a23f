package org.busbar.distribution.bench.studies.latp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.optimizers.search.numeric.Cholesky;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * SYNTHETIC conductivities of LATP, on the largest grid: log10 of the conductivity is one draw of a smooth Gaussian process
 * plus what a short-range one expects, so that both together pass through what is known. Immutable.
 *
 * <p>So pellets scatter only where they were seen to; elsewhere the surface is smooth. The draw is the first one, in the
 * order of the seeds, whose best condition on the initial grid is the known one. Made by Matheron's rule: A. G. Journel, C.
 * J. Huijbregts, Mining Geostatistics, 1978.
 */
public final class SyntheticSurface {

    private static final double MEAN = -3.9; // as the roughness
    private static final long SEED = 821817;
    private static final int MOST_DRAWS = 10_000;

    private final Map<Condition, Double> values;
    private final int draws;

    private SyntheticSurface(Map<Condition, Double> values, int draws) {
        this.values = values;
        this.draws = draws;
    }

    /** Through known conductivities, S/cm. */
    public static SyntheticSurface through(Map<Condition, Double> known) {
        List<Condition> places = new ArrayList<>(known.keySet());
        GridDraw smooth = new GridDraw(Grid.late(), Roughness.SMOOTH);
        Cholesky factor = Cholesky.of(covariances(places));
        for (int draw = 1; draw <= MOST_DRAWS; draw++) {
            Map<Condition, Double> prior = smooth.draw(Keyed.of(SEED, draw));
            double[] missed = places.stream()
                    .mapToDouble(place -> StrictMath.log10(at(known, place)) - MEAN - at(prior, place))
                    .toArray();
            Map<Condition, Double> surface = corrected(prior, places, factor.solve(missed));
            if (isBest(surface, Published.BEST)) {
                return new SyntheticSurface(surface, draw);
            }
        }
        throw new IllegalStateException("None of " + MOST_DRAWS + " draws has its best initial condition at "
                + Published.BEST + "; change the prior");
    }

    private static double[][] covariances(List<Condition> places) {
        double[][] covariances = new double[places.size()][places.size()];
        for (int i = 0; i < covariances.length; i++) {
            for (int j = 0; j < covariances.length; j++) {
                covariances[i][j] = covariance(places.get(i), places.get(j));
            }
        }
        return covariances;
    }

    private static double covariance(Condition one, Condition other) {
        return Roughness.SMOOTH.covariance(one, other) + Roughness.SHORT.covariance(one, other);
    }

    private static Map<Condition, Double> corrected(
            Map<Condition, Double> prior, List<Condition> places, double[] weights) {
        Map<Condition, Double> surface = new LinkedHashMap<>();
        prior.forEach((where, value) -> {
            double sum = MEAN + value;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * covariance(where, places.get(i));
            }
            surface.put(where, sum);
        });
        return surface;
    }

    private static boolean isBest(Map<Condition, Double> surface, Condition wanted) {
        return Grid.initial().conditions().stream()
                .allMatch(each -> each.equals(wanted) || at(surface, each) < at(surface, wanted));
    }

    /**
     * log10 of the conductivity in S/cm.
     *
     * @throws IllegalArgumentException if the condition is not on the largest grid
     */
    public double log10(Condition condition) {
        return at(values, condition);
    }

    private static double at(Map<Condition, Double> values, Condition condition) {
        Double value = values.get(condition);
        if (value == null) {
            throw new IllegalArgumentException(condition + " is none of " + values.size() + " conditions of the grid");
        }
        return value;
    }

    /** The conductivity, S/cm. */
    public double conductivity(Condition condition) {
        return StrictMath.pow(10, log10(condition));
    }

    /** Which draw it is. */
    int draws() {
        return draws;
    }
}
