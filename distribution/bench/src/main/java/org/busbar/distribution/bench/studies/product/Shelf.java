package org.busbar.distribution.bench.studies.product;

import java.util.Map;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Surrogate;
import org.busbar.optimizers.bayes.GaussianSurrogate;
import org.busbar.optimizers.bayes.acquire.LargestVariance;
import org.busbar.optimizers.bayes.acquire.LogExpectedImprovement;
import org.busbar.optimizers.bayes.acquire.MixedRule;
import org.busbar.optimizers.bayes.acquire.ProbabilityOfImprovement;
import org.busbar.optimizers.bayes.acquire.UpperConfidenceBound;
import org.busbar.optimizers.forest.ForestSurrogate;
import org.busbar.optimizers.polynomial.PolynomialEnsemble;

/** The surrogates and acquisitions that the studies take, by their {@code lab.id}. */
public enum Shelf implements Parts {
    /** All of them. */
    OF_THE_PLATFORM;

    private static final Map<String, Surrogate> SURROGATES = Map.of(
            "gp", new GaussianSurrogate(), "forest", new ForestSurrogate(), "polynomial", new PolynomialEnsemble());

    private static final Map<String, Acquisition> ACQUISITIONS = Map.of(
            "log-ei", new LogExpectedImprovement(),
            "ucb", new UpperConfidenceBound(),
            "pi", new ProbabilityOfImprovement(),
            "variance", new LargestVariance(),
            "mixed", new MixedRule());

    @Override
    public Surrogate surrogate(String id) {
        return part(id, SURROGATES);
    }

    @Override
    public Acquisition acquisition(String id) {
        return part(id, ACQUISITIONS);
    }

    private static <T> T part(String id, Map<String, T> parts) {
        T part = parts.get(id);
        if (part == null) {
            throw new IllegalArgumentException("There is no " + id + " but "
                    + parts.keySet().stream().sorted().toList());
        }
        return part;
    }
}
