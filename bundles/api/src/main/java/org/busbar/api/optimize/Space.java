package org.busbar.api.optimize;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.busbar.api.Parameter;
import org.busbar.api.Values;

/**
 * What may be tried.
 *
 * @param parameters the dimensions: numbers with finite limits, whole numbers or choices
 * @param candidates the only points that may be tried; empty if every point within the parameters may be
 */
public record Space(List<Parameter> parameters, List<Values> candidates) {

    public Space {
        parameters = List.copyOf(parameters);
        candidates = List.copyOf(candidates);
        Set<String> names = new HashSet<>();
        for (Parameter parameter : parameters) {
            if (!names.add(parameter.name())) {
                throw new IllegalArgumentException("The space has two parameters named " + parameter.name());
            }
            if (!searchable(parameter)) {
                throw new IllegalArgumentException("The space cannot be searched over " + parameter.name()
                        + ": it needs finite limits or options");
            }
        }
    }

    /** A space in which every point within the parameters may be tried. */
    public static Space of(Parameter... parameters) {
        return new Space(List.of(parameters), List.of());
    }

    private static boolean searchable(Parameter parameter) {
        return parameter instanceof Parameter.Whole
                || parameter instanceof Parameter.Choice c && !c.options().isEmpty()
                || parameter instanceof Parameter.Real r && Double.isFinite(r.min()) && Double.isFinite(r.max());
    }
}
