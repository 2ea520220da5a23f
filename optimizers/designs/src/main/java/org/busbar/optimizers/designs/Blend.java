package org.busbar.optimizers.designs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.optimize.Mixture;
import org.busbar.api.optimize.Space;

/**
 * A mixture, seen as shares of what its lower limits leave (pseudo-components): component i is its lower limit and share i
 * of the total less all lower limits.
 *
 * @param unit that of the total, in which {@code least} and {@code rest} are
 * @param rest what the lower limits leave of the total
 */
record Blend(Mixture mixture, List<Parameter.Real> components, Unit unit, double[] least, double rest) {

    static Blend of(Mixture mixture, Space space) {
        Unit unit = mixture.total().unit();
        List<Parameter.Real> components = mixture.components().stream()
                .map(name -> component(name, space))
                .toList();
        double[] least = components.stream()
                .mapToDouble(c -> new Quantity(c.min(), c.unit(), Double.NaN).in(unit))
                .toArray();
        double rest = mixture.total().value();
        for (double one : least) {
            rest -= one;
        }
        return new Blend(mixture, components, unit, least, Math.max(0, rest));
    }

    private static Parameter.Real component(String name, Space space) {
        return (Parameter.Real) space.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    int size() {
        return components.size();
    }

    /** The components at these shares, which add up to 1; some may exceed their upper limits. */
    Values at(double[] shares) {
        Values point = Values.none();
        for (int i = 0; i < shares.length; i++) {
            Parameter.Real component = components.get(i);
            double amount = least[i] + shares[i] * rest;
            point = point.with(component.name(), new Quantity(amount, unit, Double.NaN).to(component.unit()));
        }
        return point;
    }

    /** How many numbers {@link #spread} takes. */
    int width() {
        return size() - 1 + (isSparse() ? 1 : 0);
    }

    private boolean isSparse() {
        return mixture.atMost() < size();
    }

    /**
     * Shares that are spread evenly over all possible ones where the places, from 0 to below 1, are. One stick is broken
     * after the other: of k parts to come, the next one takes 1 - (1 - u)^(1/(k-1)) of what is left.
     */
    double[] spread(double[] places) {
        int[] present = isSparse() ? support(places[size() - 1]) : all();
        double[] shares = new double[size()];
        double left = 1;
        for (int i = 0; i < present.length - 1; i++) {
            double part = left * (1 - StrictMath.pow(1 - places[i], 1.0 / (present.length - 1 - i)));
            shares[present[i]] = part;
            left -= part;
        }
        shares[present[present.length - 1]] = left;
        return shares;
    }

    private int[] all() {
        return IntStream.range(0, size()).toArray();
    }

    /** One of the sets of as many components as may be present, each as likely as the others. */
    private int[] support(double place) {
        List<Integer> open = new ArrayList<>();
        double rest = place;
        int wanted = mixture.atMost();
        for (int i = 0; i < size() && wanted > 0; i++) {
            double chance = (double) wanted / (size() - i);
            if (rest < chance) {
                open.add(i);
                wanted--;
                rest = rest / chance;
            } else {
                rest = (rest - chance) / (1 - chance);
            }
        }
        return open.stream().mapToInt(i -> i).toArray();
    }
}
