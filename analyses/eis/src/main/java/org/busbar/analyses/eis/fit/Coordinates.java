package org.busbar.analyses.eis.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.analyses.eis.circuit.Circuit;
import org.busbar.analyses.eis.circuit.Slot;
import org.jspecify.annotations.Nullable;

/** All parameters of a circuit as the search sees them, in the order of the circuit. */
record Coordinates(List<Coordinate> all, int[] free) {

    /**
     * What a request makes of the parameters of a circuit.
     *
     * @throws IllegalArgumentException if the request names a parameter that is not there, or a number that cannot be
     */
    static Coordinates of(Circuit circuit, Request request, Extent extent) {
        List<Slot> slots = circuit.parameters();
        List<String> names = slots.stream().map(Slot::name).toList();
        requireKnown("start", request.start().keySet(), names);
        requireKnown("bounds", request.bounds().keySet(), names);
        requireKnown("fixed", request.fixed().keySet(), names);
        List<Coordinate> all =
                slots.stream().map(slot -> coordinate(slot, request, extent)).toList();
        int[] free =
                IntStream.range(0, all.size()).filter(i -> all.get(i).free()).toArray();
        return new Coordinates(all, free);
    }

    private static void requireKnown(String input, Collection<String> given, List<String> names) {
        for (String name : given) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        input + " names " + name + ", which the circuit does not have; it has " + names);
            }
        }
    }

    private static Coordinate coordinate(Slot slot, Request request, Extent extent) {
        Double fixed = request.fixed().get(slot.name());
        Bound asked = request.bounds().get(slot.name());
        boolean logarithmic = Coordinate.logarithmic(slot.kind());
        double least = fixed != null ? fixed : asked != null ? asked.low() : 1;
        if (logarithmic ? !(least > 0) : !(least >= 0)) {
            throw new IllegalArgumentException(slot.name() + " = " + least + " " + slot.unit() + " is not "
                    + (logarithmic ? "above 0" : "0 or more") + "; give another value or leave it out");
        }
        Bound bound = fixed != null ? new Bound(fixed, fixed) : asked != null ? asked : extent.range(slot.kind());
        requireInside(slot, request.start().get(slot.name()), bound);
        return new Coordinate(slot, logarithmic, bound, asked != null, fixed == null);
    }

    private static void requireInside(Slot slot, @Nullable Double start, Bound bound) {
        if (start != null && start != bound.nearest(start)) {
            throw new IllegalArgumentException("start " + slot.name() + " = " + start + " " + slot.unit()
                    + " is not from " + bound.low() + " to " + bound.high() + " " + slot.unit()
                    + "; give another start or other bounds");
        }
    }

    /** These, but one of them fixed at a value. */
    Coordinates fixing(int index, double value) {
        List<Coordinate> changed = new ArrayList<>(all);
        Coordinate was = all.get(index);
        changed.set(index, new Coordinate(was.slot(), was.logarithmic(), new Bound(value, value), true, false));
        return new Coordinates(
                List.copyOf(changed),
                Arrays.stream(free).filter(i -> i != index).toArray());
    }

    int size() {
        return all.size();
    }

    /** The parameters, each in its unit, moved into their bounds. */
    void values(double[] at, double[] into) {
        for (int i = 0; i < at.length; i++) {
            into[i] = all.get(i).value(at[i]);
        }
    }

    /** The coordinates of parameters, moved into their bounds. */
    double[] of(double[] values) {
        double[] at = new double[values.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = all.get(i).of(all.get(i).bound().nearest(values[i]));
        }
        return at;
    }
}
