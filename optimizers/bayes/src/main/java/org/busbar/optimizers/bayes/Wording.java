package org.busbar.optimizers.bayes;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Suggestion;
import org.busbar.optimizers.bayes.acquire.Improvement;

/** Says why a point is suggested. */
final class Wording {

    private final Choices choices;
    private final Knowledge knowledge;
    private final Weighed weighed;

    Wording(Choices choices, Knowledge knowledge, Weighed weighed) {
        this.choices = choices;
        this.knowledge = knowledge;
        this.weighed = weighed;
    }

    /**
     * @param row the point as it was weighed, at the fidelity that counts
     * @param point as it is to be tried
     */
    Suggestion suggestion(double[] row, Values point, double worth) {
        Values expected = weighed.belief().expected(row);
        double exploration = exploration(row);
        return new Suggestion(point, expected, exploration, reason(row, expected, exploration), facts(worth));
    }

    /** Of the first objective only: several have no one best. */
    private double exploration(double[] row) {
        if (weighed.belief().objectives().size() > 1 || !Double.isFinite(weighed.best())) {
            return Double.NaN;
        }
        Model.Forecast forecast = weighed.belief().models().get(0).predict(new double[][] {row});
        return Improvement.exploration(forecast.means()[0], forecast.deviations()[0], weighed.best());
    }

    private String reason(double[] row, Values expected, double exploration) {
        StringBuilder reason = new StringBuilder(
                knowledge.isAnythingFeasible()
                        ? "it is worth most by " + choices.acquisition().id()
                        : "it is most likely to keep all limits, which no trial has yet");
        reason.append(": ").append(expectation(expected));
        if (!Double.isNaN(exploration)) {
            reason.append(String.format(
                    Locale.ROOT, "; %.0f %% of its worth is what may be learnt there", 100 * exploration));
        }
        double chance = StrictMath.exp(weighed.judgement().logChances(new double[][] {row})[0]);
        if (chance < 0.995) {
            reason.append(String.format(Locale.ROOT, "; it succeeds with a chance of %.0f %%", 100 * chance));
        }
        return reason.toString();
    }

    private String expectation(Values expected) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (Lesson lesson : weighed.belief().objectives()) {
            Quantity quantity = expected.quantity(lesson.scaling().output());
            parts.put(
                    lesson.scaling().output(),
                    String.format(
                            Locale.ROOT,
                            "%s is expected to be %.4g ± %.2g %s, %s %.4g",
                            lesson.scaling().output(),
                            quantity.value(),
                            quantity.uncertainty(),
                            quantity.unit().ucum(),
                            "the best value so far being",
                            best(lesson)));
        }
        return String.join(", ", parts.values());
    }

    private double best(Lesson lesson) {
        double best = Double.NEGATIVE_INFINITY;
        for (Outcomes outcomes : knowledge.objectives()) {
            if (outcomes.output().equals(lesson.scaling().output())) {
                for (double value : outcomes.values()) {
                    best = Math.max(best, value);
                }
            }
        }
        return lesson.scaling().sign() * best;
    }

    private Map<String, String> facts(double worth) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("surrogate", choices.surrogate().id());
        facts.put("acquisition", choices.acquisition().id());
        facts.put("worth", String.format(Locale.ROOT, "%.6g", worth));
        facts.put("values", String.valueOf(knowledge.rows().length));
        if (!knowledge.failed().isEmpty()) {
            facts.put("failed", String.valueOf(knowledge.failed().size()));
        }
        for (Lesson lesson : weighed.belief().objectives()) {
            lesson.model()
                    .facts()
                    .forEach((name, fact) -> facts.put(lesson.scaling().output() + " " + name, fact));
        }
        return facts;
    }
}
