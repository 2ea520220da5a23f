package org.busbar.api.optimize;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.busbar.api.Parameter;
import org.busbar.api.Values;

/**
 * What may be tried.
 *
 * @param parameters the dimensions: numbers with finite limits, whole numbers or choices
 * @param candidates the only points that may be tried; empty if every point within the parameters may be
 * @param mixtures parameters that are shares of a whole; none belongs to two
 * @param constraints what else must hold
 * @param scales how parameters are seen, by their names; those left out are seen as they are
 */
public record Space(
        List<Parameter> parameters,
        List<Values> candidates,
        List<Mixture> mixtures,
        List<LinearConstraint> constraints,
        Map<String, Scale> scales) {

    public Space {
        parameters = List.copyOf(parameters);
        candidates = List.copyOf(candidates);
        mixtures = List.copyOf(mixtures);
        constraints = List.copyOf(constraints);
        scales = Collections.unmodifiableMap(new LinkedHashMap<>(scales));
        new SpaceCheck(parameters).check(mixtures, constraints, scales);
    }

    /** A space without mixtures, constraints and scales. */
    public Space(List<Parameter> parameters, List<Values> candidates) {
        this(parameters, candidates, List.of(), List.of(), Map.of());
    }

    /** A space in which every point within the parameters may be tried. */
    public static Space of(Parameter... parameters) {
        return new Space(List.of(parameters), List.of());
    }

    /** This space, of which only some points may be tried. */
    public Space among(Collection<Values> some) {
        return new Space(parameters, List.copyOf(some), mixtures, constraints, scales);
    }

    /** This space, in which some parameters are shares of a whole. */
    public Space mixing(Mixture mixture) {
        return new Space(parameters, candidates, and(mixtures, mixture), constraints, scales);
    }

    /** This space, in which something else must hold too. */
    public Space where(LinearConstraint constraint) {
        return new Space(parameters, candidates, mixtures, and(constraints, constraint), scales);
    }

    /** This space, one of whose parameters is seen on a scale. */
    public Space seen(String parameter, Scale scale) {
        Map<String, Scale> more = new LinkedHashMap<>(scales);
        more.put(parameter, scale);
        return new Space(parameters, candidates, mixtures, constraints, more);
    }

    private static <T> List<T> and(List<T> some, T another) {
        List<T> all = new ArrayList<>(some);
        all.add(another);
        return all;
    }

    /** Why this space cannot take the place of an earlier one, as a sentence for people; empty if it can. */
    public Optional<String> refusalToFollow(Space earlier) {
        Map<String, String> before = kinds(earlier);
        Map<String, String> now = kinds(this);
        return before.equals(now)
                ? Optional.empty()
                : Optional.of("a space may change in its limits, options, candidates and constraints, not in what its"
                        + " parameters are: they were " + before + " and would be " + now);
    }

    private static Map<String, String> kinds(Space space) {
        return space.parameters.stream().collect(Collectors.toMap(Parameter::name, kind()));
    }

    private static Function<Parameter, String> kind() {
        return parameter -> parameter instanceof Parameter.Real real
                ? "a number in " + real.unit().ucum()
                : parameter instanceof Parameter.Whole ? "a whole number" : "a choice";
    }
}
