package org.busbar.distribution.bench.optimizers;

import java.util.Map;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Surrogate;
import org.busbar.optimizers.bayes.GaussianSurrogate;
import org.busbar.optimizers.bayes.acquire.ExpectedHypervolumeImprovement;
import org.busbar.optimizers.bayes.acquire.IntegratedVariance;
import org.busbar.optimizers.bayes.acquire.KnowledgeGradient;
import org.busbar.optimizers.bayes.acquire.LargestVariance;
import org.busbar.optimizers.bayes.acquire.LogExpectedImprovement;
import org.busbar.optimizers.bayes.acquire.MixedRule;
import org.busbar.optimizers.bayes.acquire.NoisyLogExpectedImprovement;
import org.busbar.optimizers.bayes.acquire.ProbabilityOfImprovement;
import org.busbar.optimizers.bayes.acquire.RandomChebyshev;
import org.busbar.optimizers.bayes.acquire.TargetRange;
import org.busbar.optimizers.bayes.acquire.Thompson;
import org.busbar.optimizers.bayes.acquire.UpperConfidenceBound;

/** The surrogates and acquisitions of the platform, by their {@code lab.id}. */
final class PlatformParts {

    private static final Map<String, Surrogate> SURROGATES = Map.of("gp", new GaussianSurrogate());

    private static final Map<String, Acquisition> ACQUISITIONS = Map.ofEntries(
            Map.entry("log-ei", new LogExpectedImprovement()),
            Map.entry("noisy-log-ei", new NoisyLogExpectedImprovement()),
            Map.entry("ucb", new UpperConfidenceBound()),
            Map.entry("pi", new ProbabilityOfImprovement()),
            Map.entry("knowledge-gradient", new KnowledgeGradient()),
            Map.entry("thompson", new Thompson()),
            Map.entry("variance", new LargestVariance()),
            Map.entry("integrated-variance", new IntegratedVariance()),
            Map.entry("mixed", new MixedRule()),
            Map.entry("target-range", new TargetRange()),
            Map.entry("ehvi", new ExpectedHypervolumeImprovement()),
            Map.entry("chebyshev", new RandomChebyshev()));

    private PlatformParts() {}

    static PartShelf all() {
        return new PartShelf(SURROGATES, ACQUISITIONS);
    }
}
