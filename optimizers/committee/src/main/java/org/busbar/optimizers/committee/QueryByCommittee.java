package org.busbar.optimizers.committee;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.optimize.Insight;
import org.busbar.api.optimize.Model.Forecast;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Suggestion;
import org.busbar.optimizers.committee.Committee.View;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.space.Candidate;
import org.busbar.optimizers.search.space.Seeker;
import org.osgi.service.component.annotations.Component;

/**
 * Learns an objective, rather than improving it: tries next where surrogates that learnt from the same disagree most (H.
 * S. Seung, M. Opper, H. Sompolinsky, COLT 1992, doi:10.1145/130385.130417).
 */
@Component
@LabId("committee")
public final class QueryByCommittee implements Optimizer {

    /** Surrogates that learnt from fewer values have nothing to disagree on. */
    static final int FEWEST = 5;

    @Override
    public List<Suggestion> suggest(Question question, Parts parts) throws InterruptedException {
        check(question.problem(), question.settings(), parts);
        Evidence evidence = Evidence.of(question);
        return evidence.rows().length < FEWEST ? first(question, evidence) : disputed(question, evidence, parts);
    }

    private static List<Suggestion> first(Question question, Evidence evidence) {
        FirstPoints points = new FirstPoints(evidence.space(), Keyed.of(question.seed(), 0));
        List<double[]> taken = new ArrayList<>(evidence.taken());
        List<Suggestion> suggested = new ArrayList<>();
        for (int i = 0; i < question.count(); i++) {
            Optional<Candidate> next = points.next(taken);
            next.ifPresent(candidate -> {
                taken.add(candidate.row());
                suggested.add(new Suggestion(
                        candidate.point(),
                        Values.none(),
                        1,
                        "Fills the space before there is much to learn from.",
                        Map.of()));
            });
        }
        return suggested;
    }

    private static List<Suggestion> disputed(Question question, Evidence evidence, Parts parts)
            throws InterruptedException {
        Settings settings = Settings.of(question.settings());
        Committee committee = Committee.of(settings, evidence.training(question.seed()), parts);
        for (double[] row : evidence.awaited()) {
            committee = committee.believing(row);
        }
        Seeker seeker = Seeker.of(evidence.space());
        List<double[]> taken = new ArrayList<>(evidence.taken());
        List<Suggestion> suggested = new ArrayList<>();
        while (suggested.size() < question.count()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("The committee was told to stop");
            }
            Disagreement worth = new Disagreement(committee, settings.own(), evidence.rows(), evidence.failed());
            Keyed keyed = Keyed.of(question.seed(), 2, taken.size());
            Optional<Candidate> next = seeker.best(worth, taken, List.of(), keyed);
            if (next.isEmpty()) {
                return suggested;
            }
            double[] row = next.orElseThrow().row();
            suggested.add(suggestion(next.orElseThrow(), committee, evidence));
            taken.add(row);
            committee = committee.believing(row);
        }
        return suggested;
    }

    private static Suggestion suggestion(Candidate candidate, Committee committee, Evidence evidence) {
        double[][] place = {candidate.row()};
        StringJoiner reason = new StringJoiner(", ", "Members disagree most here: ", ".");
        committee.members().forEach((id, model) -> {
            Quantity expected = evidence.scale().quantity(model.predict(place).means()[0], Double.NaN);
            reason.add(String.format(
                    Locale.ROOT,
                    "%s expects %.4g %s",
                    id,
                    expected.value(),
                    expected.unit().ucum()));
        });
        Values expected = expected(committee.forecasts(place), 0, evidence);
        return new Suggestion(candidate.point(), expected, 1, reason.toString(), Map.of());
    }

    private static Values expected(List<Forecast> forecasts, int i, Evidence evidence) {
        View view = View.of(forecasts, i);
        return Values.of(evidence.scale().objective().output(), evidence.scale().quantity(view.mean(), view.spread()));
    }

    @Override
    public List<Values> expect(Question question, List<Values> points, Parts parts) throws InterruptedException {
        check(question.problem(), question.settings(), parts);
        Evidence evidence = Evidence.of(question);
        if (evidence.rows().length < FEWEST) {
            return List.of();
        }
        Committee committee = Committee.of(Settings.of(question.settings()), evidence.training(question.seed()), parts);
        List<Forecast> forecasts = committee.forecasts(evidence.space().encode(points));
        List<Values> expected = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            expected.add(expected(forecasts, i, evidence));
        }
        return expected;
    }

    @Override
    public Insight explain(Question question, Parts parts) throws InterruptedException {
        check(question.problem(), question.settings(), parts);
        Evidence evidence = Evidence.of(question);
        if (evidence.rows().length < FEWEST) {
            return Insight.none("a committee needs " + FEWEST + " values to learn from");
        }
        Committee committee = Committee.of(Settings.of(question.settings()), evidence.training(question.seed()), parts);
        return new Hindsight(evidence, committee).insight();
    }

    @Override
    public List<Parameter> settings() {
        return Settings.ALL;
    }

    @Override
    public void check(Problem problem, Values settings, Parts parts) {
        if (problem.objectives().size() > 1
                || !problem.limits().isEmpty()
                || problem.fidelity().isPresent()) {
            throw new IllegalArgumentException(
                    "The committee learns one objective, without limits of outputs and levels"
                            + " of fidelity; the problem has "
                            + problem.objectives().size() + " objectives and "
                            + problem.limits().size() + " limits; keep one objective alone, or take another optimizer");
        }
        Settings.of(settings).members().forEach(parts::surrogate);
    }
}
