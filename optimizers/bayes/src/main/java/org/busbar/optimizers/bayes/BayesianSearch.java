package org.busbar.optimizers.bayes;

import java.util.List;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.optimize.Insight;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Suggestion;
import org.busbar.optimizers.search.space.EncodedSpace;
import org.osgi.service.component.annotations.Component;

/**
 * Bayesian optimisation with any surrogate and any acquisition: suggests the points that are worth most. Before there are
 * {@code start} values it spreads points over the space.
 *
 * <p>After D. R. Jones, M. Schonlau, W. J. Welch, J. Global Optim. 13, 455 (1998), doi:10.1023/A:1008306431147; by itself
 * with a Gaussian process and the logarithm of expected improvement (S. Ament et al., NeurIPS 2023, arXiv:2310.20708).
 */
@Component
@LabId("bayes")
public final class BayesianSearch implements Optimizer {

    @Override
    public List<Parameter> settings() {
        return Choices.SETTINGS;
    }

    @Override
    public void check(Problem problem, Values settings, Parts parts) {
        Choices.of(problem, settings, parts);
        EncodedSpace.of(problem.space());
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the space has no point, a setting is unknown, a part is not at hand, or a point
     *     or value does not fit the problem
     */
    @Override
    public List<Suggestion> suggest(Question question, Parts parts) throws InterruptedException {
        return Round.of(question, parts).suggestions();
    }

    @Override
    public List<Values> expect(Question question, List<Values> points, Parts parts) throws InterruptedException {
        return Round.of(question, parts).expected(points);
    }

    @Override
    public Insight explain(Question question, Parts parts) throws InterruptedException {
        return Round.of(question, parts).insight();
    }
}
