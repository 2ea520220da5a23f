package org.busbar.optimizers.search.space;

import java.util.List;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Unit;
import org.busbar.api.optimize.LinearConstraint;
import org.busbar.api.optimize.Mixture;

/**
 * A mixture or a constraint: limits of a weighted sum of coordinates.
 *
 * @param name as people call it
 * @param parameters places among the parameters of the space
 * @param atMost how many of them may differ from 0
 */
record Link(String name, List<Integer> parameters, List<Double> weights, double least, double most, int atMost) {

    static Link of(LinearConstraint constraint, List<String> names) {
        List<String> terms = List.copyOf(constraint.weights().keySet());
        return new Link(
                "the constraint " + constraint,
                terms.stream().map(names::indexOf).toList(),
                List.copyOf(constraint.weights().values()),
                constraint.least(),
                constraint.most(),
                terms.size());
    }

    /** The sum is in the unit of the components, or in that of the total where they have several. */
    static Link of(Mixture mixture, List<String> names, List<Parameter> parameters) {
        List<Integer> places = mixture.components().stream().map(names::indexOf).toList();
        List<Unit> units = places.stream()
                .map(place -> ((Parameter.Real) parameters.get(place)).unit())
                .toList();
        boolean same = units.stream().distinct().count() == 1;
        Unit sum = same ? units.get(0) : mixture.total().unit();
        double total = mixture.total().in(sum);
        return new Link(
                "the mixture of " + mixture.components() + " that adds up to " + mixture.total() + " with at most "
                        + mixture.atMost() + " of them",
                places,
                units.stream()
                        .map(unit -> same ? 1.0 : unit.convert(1, sum) - unit.convert(0, sum))
                        .toList(),
                total,
                total,
                mixture.atMost());
    }

    boolean isLinkedTo(Link other) {
        return parameters.stream().anyMatch(other.parameters::contains);
    }

    /** This as a row over the shares of the members of a block, the largest weight being 1. */
    Halfspaces.Row row(List<Member> members) {
        double[] terms = members.stream().mapToDouble(this::weight).toArray();
        double atZero = members.stream()
                .mapToDouble(member -> weight(member) / member.range() * member.zero())
                .sum();
        double largest = IntStream.range(0, terms.length)
                .mapToDouble(i -> Math.abs(terms[i]))
                .max()
                .orElse(1);
        for (int i = 0; i < terms.length; i++) {
            terms[i] /= largest;
        }
        double low = (least - atZero) / largest;
        double high = (most - atZero) / largest;
        return new Halfspaces.Row(terms, low, high, Math.max(1, Math.max(size(low), size(high))));
    }

    private static double size(double limit) {
        return Double.isInfinite(limit) ? 0 : Math.abs(limit);
    }

    private double weight(Member member) {
        int place = parameters.indexOf(member.parameter());
        return place < 0 ? 0 : weights.get(place) * member.range();
    }

    Supports.Share share(List<Member> members) {
        List<Integer> places = IntStream.range(0, members.size())
                .filter(i -> parameters.contains(members.get(i).parameter()))
                .boxed()
                .toList();
        return new Supports.Share(name, places, atMost);
    }
}
