package org.busbar.api.optimize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Parameter;

/** Sees whether the parts of a space fit together. */
final class SpaceCheck {

    private final Map<String, Parameter> byName = new LinkedHashMap<>();

    SpaceCheck(List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            if (byName.put(parameter.name(), parameter) != null) {
                throw new IllegalArgumentException("The space has two parameters named " + parameter.name());
            }
            if (!searchable(parameter)) {
                throw new IllegalArgumentException("The space cannot be searched over " + parameter.name()
                        + ": it needs finite limits or options");
            }
        }
    }

    private static boolean searchable(Parameter parameter) {
        return parameter instanceof Parameter.Whole
                || parameter instanceof Parameter.Choice c && !c.options().isEmpty()
                || parameter instanceof Parameter.Real r && Double.isFinite(r.min()) && Double.isFinite(r.max());
    }

    void check(List<Mixture> mixtures, List<LinearConstraint> constraints, Map<String, Scale> scales) {
        Map<String, Mixture> shares = new LinkedHashMap<>();
        for (Mixture mixture : mixtures) {
            check(mixture);
            for (String component : mixture.components()) {
                if (shares.put(component, mixture) != null) {
                    throw new IllegalArgumentException(component + " is a component of two mixtures; keep one");
                }
            }
        }
        constraints.forEach(constraint -> constraint.weights().keySet().forEach(name -> number(name, constraint)));
        scales.forEach((name, scale) -> check(name, scale));
    }

    private void check(Mixture mixture) {
        double least = 0;
        double most = 0;
        for (String component : mixture.components()) {
            if (!(named(component, mixture) instanceof Parameter.Real real)) {
                throw new IllegalArgumentException(component + " is a component of a mixture, so it must be a number");
            }
            least += mixture.atMost() < mixture.components().size() ? Math.min(0, real.min()) : real.min();
            most += real.max();
            if (!real.unit().measuresSameAs(mixture.total().unit())) {
                throw new IllegalArgumentException(
                        component + " is in " + real.unit().ucum() + ", but its mixture adds up to " + mixture.total());
            }
        }
        double total =
                mixture.total().in(((Parameter.Real) named(mixture.components().get(0), mixture)).unit());
        double slack = 1e-9 * Math.max(1, Math.abs(total));
        if (sameUnits(mixture) && (total < least - slack || total > most + slack)) {
            throw new IllegalArgumentException(
                    "The components " + mixture.components() + " add up to " + least + " at" + " least and " + most
                            + " at most, never to " + mixture.total() + "; change their limits or the total");
        }
    }

    private boolean sameUnits(Mixture mixture) {
        return mixture.components().stream()
                        .map(component -> ((Parameter.Real) named(component, mixture)).unit())
                        .distinct()
                        .count()
                == 1;
    }

    private void check(String name, Scale scale) {
        Parameter parameter = named(name, scale);
        if (scale instanceof Scale.Log) {
            double min = parameter instanceof Parameter.Real real
                    ? real.min()
                    : parameter instanceof Parameter.Whole whole ? whole.min() : Double.NaN;
            if (!(min > 0)) {
                throw new IllegalArgumentException(name + " cannot be seen on a logarithmic scale: its lower limit is "
                        + min + ", and must be a number above 0");
            }
        } else if (!(parameter instanceof Parameter.Choice choice)) {
            throw new IllegalArgumentException(name + " is no choice, so it has neither ordered nor described options");
        } else if (scale instanceof Scale.Described described
                && !described.options().keySet().containsAll(choice.options())) {
            throw new IllegalArgumentException(name + " has the options " + choice.options()
                    + ", but descriptors only for " + described.options().keySet());
        }
    }

    private void number(String name, Object where) {
        if (named(name, where) instanceof Parameter.Choice) {
            throw new IllegalArgumentException(name + " is a choice, which has no place in the constraint " + where);
        }
    }

    private Parameter named(String name, Object where) {
        Parameter parameter = byName.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException(
                    "The space has no parameter " + name + ", which " + where + " names; it has " + byName.keySet());
        }
        return parameter;
    }
}
