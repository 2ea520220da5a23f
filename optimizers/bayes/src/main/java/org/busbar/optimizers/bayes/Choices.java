package org.busbar.optimizers.bayes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Surrogate;

/**
 * How the search is to choose, as its settings say.
 *
 * @param start how many values there must be before anything is learnt from them
 * @param references for each objective what is of no interest any more; empty where not stated
 * @param range ends of a range of the first objective that is looked for, {@code lower} and {@code upper}; empty if none
 */
record Choices(
        Named<Surrogate> surrogate,
        Named<Acquisition> acquisition,
        int start,
        Transform transform,
        TrustRegion.Use trust,
        Map<String, Quantity> references,
        Map<String, Quantity> range) {

    /** Something of a name, and what is set for it. */
    record Named<T>(String id, T part, Values settings) {}

    private static final String OF_SURROGATE = "surrogate.";
    private static final String OF_ACQUISITION = "acquisition.";
    private static final String REFERENCE = "reference.";
    private static final String TARGET = "target.";
    private static final List<String> ENDS = List.of("lower", "upper");
    private static final int START = 5;
    private static final int FRONTS = 4; // more objectives have no front worth its time

    static final List<Parameter> SETTINGS = List.of(
            Parameter.note("surrogate"),
            Parameter.note("acquisition"),
            Parameter.whole("start", 1, 10_000),
            Parameter.choice("transform", Transform.names()),
            Parameter.choice("trust_region", TrustRegion.Use.names()));

    /** @throws IllegalArgumentException if a setting is unknown, or not one its parameter accepts */
    static Choices of(Problem problem, Values settings, Parts parts) {
        Values own = only(settings);
        String surrogate = text(own, "surrogate").orElse("gp");
        String acquisition =
                text(own, "acquisition").orElse(usual(problem.objectives().size()));
        Surrogate learner = parts.surrogate(surrogate);
        Acquisition judge = parts.acquisition(acquisition);
        return new Choices(
                new Named<>(surrogate, learner, below(settings, OF_SURROGATE, surrogate, learner.settings())),
                new Named<>(acquisition, judge, below(settings, OF_ACQUISITION, acquisition, judge.settings())),
                own.names().contains("start") ? (int) own.quantity("start").value() : START,
                text(own, "transform").map(Transform::of).orElse(Transform.USUAL),
                text(own, "trust_region").map(TrustRegion.Use::of).orElse(TrustRegion.Use.AUTO),
                quantities(settings, REFERENCE, outputs(problem)),
                quantities(settings, TARGET, ENDS));
    }

    private static String usual(int objectives) {
        return objectives == 1 ? "log-ei" : objectives <= FRONTS ? "ehvi" : "chebyshev";
    }

    private static Values only(Values settings) {
        Map<String, Value> own = new LinkedHashMap<>(settings.byName());
        own.keySet()
                .removeIf(name -> name.startsWith(OF_SURROGATE)
                        || name.startsWith(OF_ACQUISITION)
                        || name.startsWith(REFERENCE)
                        || name.startsWith(TARGET));
        return checked("bayes", new Values(own), SETTINGS);
    }

    private static Values below(Values settings, String prefix, String part, List<Parameter> known) {
        Map<String, Value> own = new LinkedHashMap<>();
        settings.byName().forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                own.put(name.substring(prefix.length()), value);
            }
        });
        return checked(prefix + part, new Values(own), known);
    }

    private static Values checked(String who, Values settings, List<Parameter> known) {
        List<String> refusals = new ArrayList<>();
        settings.byName().forEach((name, value) -> known.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .map(parameter -> parameter.refusal(value))
                .orElseGet(() -> Optional.of(who + " has no setting " + name + ", only "
                        + known.stream().map(Parameter::name).toList()))
                .ifPresent(refusals::add));
        if (!refusals.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", refusals));
        }
        return settings;
    }

    private static Optional<String> text(Values settings, String name) {
        return settings.byName().get(name) instanceof Text given ? Optional.of(given.text()) : Optional.empty();
    }

    private static List<String> outputs(Problem problem) {
        return problem.objectives().stream().map(Objective::output).toList();
    }

    private static Map<String, Quantity> quantities(Values settings, String prefix, List<String> known) {
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        settings.byName().forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                String rest = name.substring(prefix.length());
                if (!known.contains(rest) || !(value instanceof Quantity quantity)) {
                    throw new IllegalArgumentException(
                            name + " = " + value + " is not the quantity of one of " + known + ", such as 7 mS/cm");
                }
                quantities.put(rest, quantity);
            }
        });
        return quantities;
    }
}
