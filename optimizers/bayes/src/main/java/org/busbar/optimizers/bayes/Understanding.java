package org.busbar.optimizers.bayes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.optimize.Insight;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Question;
import org.busbar.optimizers.bayes.acquire.Improvement;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.space.EncodedSpace;

/** Tells what was learnt of the first objective. */
final class Understanding {

    private static final double BOUND = 2.576; // deviations: exceeded once in two hundred at any one place

    private final Choices choices;
    private final Knowledge knowledge;
    private final Weighed weighed;
    private final EncodedSpace space;
    private final Question question;

    Understanding(Question question, Choices choices, Knowledge knowledge, EncodedSpace space)
            throws InterruptedException {
        this.choices = choices;
        this.knowledge = knowledge;
        this.space = space;
        this.question = question;
        Belief learnt = Belief.of(question, knowledge, choices);
        long seed = Keyed.of(question.seed(), Purpose.EXPLAIN.key()).next();
        this.weighed = new Outlooks(question, choices, knowledge, space).weigh(learnt, knowledge.awaited(), seed);
    }

    Insight insight() throws InterruptedException {
        Lesson lesson = weighed.belief().objectives().get(0);
        Influences influences =
                new Influences(knowledge, lesson, question.problem().space(), space);
        return new Insight(
                checks(lesson),
                influences.all(question.seed()),
                gain(lesson),
                bound(lesson),
                influences.remark(),
                facts(lesson));
    }

    private List<Insight.Check> checks(Lesson lesson) {
        Optional<Model.Forecast> leftOut = lesson.model().leftOut();
        List<Insight.Check> checks = new ArrayList<>();
        for (int i = 0; leftOut.isPresent() && i < knowledge.rows().length; i++) {
            Model.Forecast forecast = leftOut.orElseThrow();
            Values point = knowledge.points().get(i);
            Quantity measured = lesson.scaling().back(lesson.values()[i], Double.NaN);
            checks.add(new Insight.Check(
                    point, measured, lesson.scaling().back(forecast.means()[i], forecast.deviations()[i])));
        }
        return checks;
    }

    /** The largest expected improvement over the best mean, at the sites. */
    private Optional<Quantity> gain(Lesson lesson) {
        if (!Double.isFinite(weighed.best())) {
            return Optional.empty();
        }
        Model.Forecast forecast = lesson.model().predict(weighed.outlook().sites());
        double most = 0;
        for (int i = 0; i < forecast.means().length; i++) {
            double deviation = Math.max(forecast.deviations()[i], 1e-12);
            most = Math.max(most, StrictMath.exp(Improvement.log(forecast.means()[i], deviation, weighed.best())));
        }
        double gain = Math.abs(lesson.scaling().difference(weighed.best(), most));
        return Optional.of(new Quantity(gain, lesson.scaling().unit(), Double.NaN));
    }

    /** The largest mean and 2.576 deviations, at the sites. */
    private Optional<Quantity> bound(Lesson lesson) {
        Model.Forecast forecast = lesson.model().predict(weighed.outlook().sites());
        double[] highest = new double[forecast.means().length];
        Arrays.setAll(highest, i -> forecast.means()[i] + BOUND * forecast.deviations()[i]);
        return Arrays.stream(highest).max().stream()
                .mapToObj(most -> lesson.scaling().back(most, Double.NaN))
                .findFirst();
    }

    private Map<String, String> facts(Lesson lesson) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("surrogate", choices.surrogate().id());
        facts.put("acquisition", choices.acquisition().id());
        facts.put("transform", choices.transform().word());
        facts.put("values", String.valueOf(knowledge.rows().length));
        facts.put("failed", String.valueOf(knowledge.failed().size()));
        facts.putAll(lesson.model().facts());
        return facts;
    }
}
