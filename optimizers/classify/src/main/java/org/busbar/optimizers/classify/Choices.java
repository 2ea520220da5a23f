package org.busbar.optimizers.classify;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.busbar.api.Parameter;
import org.busbar.api.Unit;
import org.busbar.api.Values;

/** What a person has chosen, and what is taken where nothing was chosen. */
record Choices(Strategy strategy, Classifier classifier, int start) {

    private static final List<String> CLASSIFIERS = List.of("all", "logistic", "neighbours", "trees");
    private static final Parameter.Choice STRATEGY = new Parameter.Choice("strategy", Strategy.words(), "");
    private static final Parameter.Choice CLASSIFIER = new Parameter.Choice("classifier", CLASSIFIERS, "");
    private static final Parameter.Whole START = Parameter.whole("start", 1, 1_000);
    static final List<Parameter> ALL = List.of(STRATEGY, CLASSIFIER, START);

    private static final Classifier LOGISTIC = new LogisticRegression();
    private static final Classifier NEIGHBOURS = new Neighbours();
    private static final Classifier TREES = new ExtraTrees();
    private static final Classifier TOGETHER = (examples, random) -> Committee.together(List.of(
            TREES.fit(examples, random.at(0)),
            LOGISTIC.fit(examples, random.at(1)),
            NEIGHBOURS.fit(examples, random.at(2))));
    private static final Map<String, Classifier> BY_NAME =
            Map.of("all", TOGETHER, "logistic", LOGISTIC, "neighbours", NEIGHBOURS, "trees", TREES);

    private static final int FIRST = 6;

    /** @throws IllegalArgumentException if there is no such setting, or none of such a value */
    static Choices of(Values settings) {
        settings.names().forEach(name -> check(name, settings));
        return new Choices(
                strategy(
                        settings.has("strategy")
                                ? settings.get(STRATEGY)
                                : STRATEGY.options().get(0)),
                Objects.requireNonNull(BY_NAME.get(settings.has("classifier") ? settings.get(CLASSIFIER) : "all")),
                settings.has("start") ? (int) settings.quantity("start").in(Unit.ONE) : FIRST);
    }

    private static void check(String name, Values settings) {
        Parameter known = ALL.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("classify has no setting " + name + "; it has "
                        + ALL.stream().map(Parameter::name).toList()));
        known.refusal(settings.get(name)).ifPresent(why -> {
            throw new IllegalArgumentException("The setting " + why);
        });
    }

    private static Strategy strategy(String word) {
        return Strategy.values()[STRATEGY.options().indexOf(word)];
    }
}
