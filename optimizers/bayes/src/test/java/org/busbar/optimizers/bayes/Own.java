package org.busbar.optimizers.bayes;

import java.util.Map;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Parts;
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
import org.busbar.testkit.GivenParts;

/** The parts this bundle brings. */
final class Own {

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

    static final Parts PARTS = new GivenParts(Map.of("gp", new GaussianSurrogate()), ACQUISITIONS);

    private Own() {}
}
