package org.busbar.plug;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.optimize.LinearConstraint;
import org.busbar.api.optimize.Mixture;
import org.busbar.api.optimize.Space;

/** What a point of a space has to keep: parameters, mixtures, constraints, candidates. */
public final class SpaceRules {

    /** Sums and candidates may be missed by that share of the numbers that are compared. */
    private static final double TOLERANCE = 1e-6;

    private final Space space;
    private final Map<String, Parameter> parameters;

    public SpaceRules(Space space) {
        this.space = space;
        this.parameters = space.parameters().stream().collect(Collectors.toMap(Parameter::name, Function.identity()));
    }

    /** Everything that is wrong with a point, a sentence each; empty if nothing is. */
    public List<String> refusals(Values point) {
        List<String> refusals = new ArrayList<>(new Capability("point", space.parameters(), List.of()).refusals(point));
        if (refusals.isEmpty()) {
            space.mixtures().forEach(mixture -> mixed(mixture, point, refusals));
            space.constraints().forEach(constraint -> constrained(constraint, point, refusals));
            if (!space.candidates().isEmpty() && !isCandidate(point)) {
                refusals.add(point + " is none of the " + space.candidates().size() + " candidates");
            }
        }
        return refusals;
    }

    /**
     * Passes if a point keeps all.
     *
     * @throws IllegalArgumentException naming everything that is wrong
     */
    public void check(Values point) {
        List<String> refusals = refusals(point);
        if (!refusals.isEmpty()) {
            throw new IllegalArgumentException("it suggests what cannot be: " + String.join("; ", refusals));
        }
    }

    private static void mixed(Mixture mixture, Values point, List<String> refusals) {
        Unit unit = mixture.total().unit();
        double total = mixture.total().value();
        double sum = 0;
        double size = Math.abs(total);
        int present = 0;
        for (String component : mixture.components()) {
            double share = point.quantity(component).in(unit);
            sum += share;
            size = Math.max(size, Math.abs(share));
            present += Math.abs(share) > TOLERANCE * Math.abs(total) ? 1 : 0;
        }
        if (!(Math.abs(sum - total) <= TOLERANCE * size)) {
            refusals.add(mixture.components() + " add up to " + new Quantity(sum, unit, Double.NaN) + ", not to "
                    + mixture.total());
        }
        if (present > mixture.atMost()) {
            refusals.add(present + " of " + mixture.components() + " differ from 0, and at most " + mixture.atMost()
                    + " may");
        }
    }

    private void constrained(LinearConstraint constraint, Values point, List<String> refusals) {
        double sum = 0;
        double size = 0;
        for (Map.Entry<String, Double> term : constraint.weights().entrySet()) {
            double part = term.getValue() * number(term.getKey(), point);
            sum += part;
            size += Math.abs(part);
        }
        if (sum < constraint.least() - slack(size, constraint.least())
                || sum > constraint.most() + slack(size, constraint.most())) {
            refusals.add("the sum is " + sum + ", which breaks the constraint " + constraint);
        }
    }

    private static double slack(double size, double limit) {
        return TOLERANCE * (Double.isInfinite(limit) ? size : Math.max(size, Math.abs(limit)));
    }

    private double number(String name, Values point) {
        return parameters.get(name) instanceof Parameter.Real real
                ? point.get(real)
                : point.quantity(name).in(Unit.ONE);
    }

    private boolean isCandidate(Values point) {
        return space.candidates().stream()
                .anyMatch(candidate -> candidate.equals(point)
                        || point.names().stream()
                                .allMatch(name -> candidate.has(name) && isSame(candidate.get(name), point.get(name))));
    }

    /** Whether two values say the same, in whatever units, but for rounding. */
    public static boolean isSame(Value one, Value other) {
        if (!(one instanceof Quantity first) || !(other instanceof Quantity second)) {
            return one.equals(other);
        }
        if (!first.unit().measuresSameAs(second.unit())) {
            return false;
        }
        double a = first.value();
        double b = second.in(first.unit());
        return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
    }
}
