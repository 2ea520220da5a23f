package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.optimize.Column;
import org.busbar.api.optimize.Space;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * A space whose points are rows of numbers, from 0 to 1 within the space and beyond outside of it.
 *
 * <p>A number is its share of its declared limits, of their logarithms if it is so seen; a share of a mixture is its part
 * of the total; an option is its place in the order, its descriptors, or one column per option of which one holds
 * {@code sqrt(0.5)}. Subspaces made from this one have the same columns. Immutable; safe for use by many threads.
 */
public final class EncodedSpace {

    private final List<Parameter> parameters;
    private final Axes axes;
    private final Region region;
    private final Optional<Listed> listed;

    private EncodedSpace(List<Parameter> parameters, Axes axes, Region region, Optional<Listed> listed) {
        this.parameters = parameters;
        this.axes = axes;
        this.region = region;
        this.listed = listed;
    }

    /**
     * Encodes a space.
     *
     * @throws IllegalArgumentException if no point keeps all limits, mixtures, constraints and steps, naming those that
     *     clash; or if a candidate lacks a parameter or lies outside of the limits, or none keeps mixtures and constraints
     */
    public static EncodedSpace of(Space space) {
        Axes axes = new Axes(space);
        List<Domain> domains = space.parameters().stream().map(Domain::of).toList();
        Region region = new Region(axes, domains, Links.of(space));
        return space.candidates().isEmpty()
                ? new EncodedSpace(space.parameters(), axes, region.required(), Optional.empty())
                : new EncodedSpace(space.parameters(), axes, region, Optional.of(Listed.of(space, axes, region)));
    }

    /** What the numbers of a row are. */
    public List<Column> columns() {
        return axes.columns();
    }

    /** How many numbers a row has. */
    public int width() {
        return axes.columns().size();
    }

    /**
     * The row of a point, which may lie outside of the space. Other units are converted; a word that is no option is far
     * from every option alike.
     *
     * @throws IllegalArgumentException if the point lacks a parameter, or its value is of another kind or dimension
     */
    public double[] encode(Values point) {
        return axes.encode(point);
    }

    /** The rows of points; see {@link #encode(Values)}. */
    public double[][] encode(List<Values> points) {
        return points.stream().map(axes::encode).toArray(double[][]::new);
    }

    /**
     * The point of a row that {@link #snap}, {@link #draw} or {@link #near} gave, in the units of the parameters. Any other
     * row is moved within limits and onto steps, but may break mixtures and constraints.
     */
    public Values decode(double[] row) {
        if (listed.isPresent()) {
            return listed.get().point(row);
        }
        double[] coordinates = axes.coordinates(row);
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = region.domain(i).nearest(coordinates[i]);
        }
        return axes.decode(coordinates);
    }

    /**
     * The nearest row, as far as can be said, that keeps limits, steps, mixtures and constraints, or the nearest candidate.
     *
     * @return empty if none is found
     */
    public Optional<double[]> snap(double[] row) {
        if (listed.isPresent()) {
            return Optional.of(listed.get().nearest(row));
        }
        return region.snap(axes.coordinates(row)).map(axes::row);
    }

    /** Whether a point may be tried: within limits, on step, keeping mixtures and constraints, one of the candidates. */
    public boolean admits(Values point) {
        for (Parameter parameter : parameters) {
            if (!point.has(parameter.name()) || !parameter.accepts(point.get(parameter.name()))) {
                return false;
            }
        }
        return listed.isPresent() ? listed.get().has(axes.encode(point)) : region.admits(axes.coordinates(point));
    }

    /**
     * The part of this space in which a parameter has one value; the columns stay the same.
     *
     * @throws IllegalArgumentException if there is no such parameter, it refuses the value, or no point of the space has it
     */
    public EncodedSpace fixing(String parameter, Value value) {
        int place = axes.place(parameter);
        parameters.get(place).refusal(value).ifPresent(refusal -> {
            throw new IllegalArgumentException(refusal);
        });
        double coordinate = axes.axis(place).coordinate(value);
        if (listed.isPresent()) {
            return with(region, Optional.of(listed.get().having(place, coordinate, value)));
        }
        Domain domain = region.domain(place);
        if (!domain.holds(coordinate)) {
            throw new IllegalArgumentException(parameter + " = " + value + " is not on its step of " + domain.step()
                    + " from " + domain.origin() + ", or outside of its limits");
        }
        return with(region.with(place, domain.fixed(domain.nearest(coordinate))), listed);
    }

    /**
     * The part of this space between two rows, as far as numbers go; choices stay open. Mixtures and constraints that this
     * would leave nothing of keep their whole room.
     *
     * @param low the least of each column, as long as a row
     * @param high the most of each column
     */
    public EncodedSpace within(double[] low, double[] high) {
        if (listed.isPresent()) {
            return with(region, Optional.of(listed.get().within(low, high, columns())));
        }
        List<Domain> domains = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            Axis axis = axes.axis(i);
            Domain domain = region.domain(i);
            int at = axes.start(i);
            domains.add(region.isOption(i) ? domain : domain.narrowed(axis.read(low, at), axis.read(high, at)));
        }
        return with(region.within(domains), listed);
    }

    private EncodedSpace with(Region other, Optional<Listed> rows) {
        return new EncodedSpace(parameters, axes, other, rows);
    }

    /**
     * Rows that may be tried, spread evenly over the space: scrambled Sobol points for numbers, options each as likely as
     * the others, uniform over mixtures and constraints; or candidates, each as likely as the others. Rows may repeat.
     */
    public double[][] draw(int n, Keyed keyed) {
        if (listed.isPresent()) {
            double[][] rows = listed.get().rows();
            double[][] drawn = new double[n][];
            Arrays.setAll(drawn, i -> rows[keyed.below(rows.length)].clone());
            return drawn;
        }
        double[][] drawn = region.draw(n, keyed);
        Arrays.setAll(drawn, i -> axes.row(drawn[i]));
        return drawn;
    }

    /**
     * A row that may be tried near another one.
     *
     * @param size standard deviation of each number as a share of its range, and the chance of another option
     */
    public double[] near(double[] row, double size, Keyed keyed) {
        return near(row, size, 1, keyed);
    }

    /**
     * A row near another one that differs from it in some parameters only.
     *
     * @param part the chance of each parameter to be moved, but for linked numbers, which are all moved
     */
    double[] near(double[] row, double size, double part, Keyed keyed) {
        if (listed.isPresent()) {
            double[] moved = row.clone();
            Arrays.setAll(moved, i -> row[i] + size * keyed.normal());
            return listed.get().nearest(moved);
        }
        return axes.row(region.near(axes.coordinates(row), size, part, keyed));
    }

    Axes axes() {
        return axes;
    }

    Region region() {
        return region;
    }

    Optional<Listed> listed() {
        return listed;
    }
}
