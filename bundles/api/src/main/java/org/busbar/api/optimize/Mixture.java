package org.busbar.api.optimize;

import java.util.LinkedHashSet;
import java.util.List;
import org.busbar.api.Quantity;

/**
 * Parameters of a space that are shares of one whole: at every point they add up to the total.
 *
 * @param components names of numbers of the space, at least two; limits and dispensing steps are theirs
 * @param total what they add up to, in a unit that converts to theirs
 * @param atMost how many of them may differ from 0 at once; their number if all may
 */
public record Mixture(List<String> components, Quantity total, int atMost) {

    public Mixture {
        components = List.copyOf(components);
        if (components.size() < 2 || new LinkedHashSet<>(components).size() < components.size()) {
            throw new IllegalArgumentException("A mixture needs at least two different components, not " + components);
        }
        if (!Double.isFinite(total.value())) {
            throw new IllegalArgumentException("The mixture of " + components + " adds up to " + total
                    + ", which is no finite amount; state one, such as 1 or 100 %");
        }
        if (atMost < 1 || atMost > components.size()) {
            throw new IllegalArgumentException("The mixture of " + components + " has at most " + atMost
                    + " components; state a number from 1 to " + components.size());
        }
    }

    /** A mixture in which every component may be present. */
    public static Mixture of(Quantity total, String... components) {
        return new Mixture(List.of(components), total, components.length);
    }
}
