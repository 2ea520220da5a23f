package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.numeric.Sobol;

/**
 * What coordinates may be: a domain for each parameter, and blocks of numbers that are linked. Coordinates are one number
 * per parameter, see {@link Axis}.
 */
final class Region {

    private static final int ROUNDS = 5;

    private final Axes axes;
    private final List<Domain> domains;
    private final List<List<Link>> links;
    private final List<Block> blocks;
    private final List<double[]> anchors = new ArrayList<>();

    Region(Axes axes, List<Domain> domains, List<List<Link>> links) {
        this.axes = axes;
        this.domains = List.copyOf(domains);
        this.links = links;
        this.blocks = links.stream()
                .map(group -> Links.block(group, members(group, this.domains)))
                .toList();
    }

    private List<Member> members(List<Link> group, List<Domain> within) {
        return Links.parameters(group).stream()
                .map(i -> member(i, within.get(i)))
                .toList();
    }

    private Member member(int parameter, Domain domain) {
        NumberAxis axis = (NumberAxis) axes.axis(parameter);
        double zero = axis.logarithmic() ? axis.number(0) : axis.zero();
        double range = axis.logarithmic() ? axis.number(1) - zero : axis.range();
        return new Member(parameter, axis.name(), domain, zero, range);
    }

    /** @throws IllegalArgumentException if nothing is in this region; the message names what clashes */
    Region required() {
        for (int b = 0; b < blocks.size(); b++) {
            if (!blocks.get(b).isFeasible()) {
                String clash = new Clash(links.get(b), blocks.get(b).members()).names();
                throw new IllegalArgumentException(
                        "No point of the space can keep all of: " + clash + "; change one of them");
            }
            anchors.add(blocks.get(b).anchor().orElseThrow(unsteppable(b)));
        }
        return this;
    }

    private Supplier<IllegalArgumentException> unsteppable(int b) {
        List<String> steps = blocks.get(b).members().stream()
                .filter(member -> member.domain().isStepped())
                .map(member -> member.name() + " by " + member.domain().step() + " from "
                        + member.domain().origin())
                .toList();
        return () -> new IllegalArgumentException("No point of the space is found that keeps "
                + String.join("; ", links.get(b).stream().map(Link::name).toList()) + " in the steps of " + steps
                + "; choose finer steps, or limits and totals that are whole numbers of steps");
    }

    Domain domain(int parameter) {
        return domains.get(parameter);
    }

    List<Block> blocks() {
        return blocks;
    }

    Region with(int parameter, Domain domain) {
        List<Domain> others = new ArrayList<>(domains);
        others.set(parameter, domain);
        return new Region(axes, others, links).required();
    }

    /** This region with other domains, but for blocks in which those leave nothing. */
    Region within(List<Domain> narrower) {
        List<Domain> possible = new ArrayList<>(narrower);
        for (List<Link> group : links) {
            Block block = Links.block(group, members(group, narrower));
            if (!block.isFeasible() || block.anchor().isEmpty()) {
                Links.parameters(group).forEach(i -> possible.set(i, domains.get(i)));
            }
        }
        return new Region(axes, possible, links).required();
    }

    /** Whether coordinates are in this region, up to rounding. */
    boolean admits(double[] coordinates) {
        for (int i = 0; i < coordinates.length; i++) {
            if (!domains.get(i).holds(coordinates[i])) {
                return false;
            }
        }
        return linked(coordinates);
    }

    /** Whether coordinates keep mixtures and constraints, up to rounding. */
    boolean linked(double[] coordinates) {
        return blocks.stream().allMatch(block -> block.admits(shares(block, coordinates)));
    }

    /** The nearest coordinates in this region; empty if none are found. */
    Optional<double[]> snap(double[] coordinates) {
        double[] snapped = new double[coordinates.length];
        Arrays.setAll(snapped, i -> domains.get(i).nearest(coordinates[i]));
        for (Block block : blocks) {
            Optional<double[]> shares = block.snap(shares(block, coordinates));
            if (shares.isEmpty()) {
                return Optional.empty();
            }
            set(block, shares.get(), snapped);
        }
        return Optional.of(snapped);
    }

    double[] shares(Block block, double[] coordinates) {
        return block.members().stream()
                .mapToDouble(member -> member.share(finite(coordinates[member.parameter()])))
                .toArray();
    }

    private static double finite(double coordinate) {
        return Double.isNaN(coordinate) ? 0 : coordinate;
    }

    void set(Block block, double[] shares, double[] coordinates) {
        for (int i = 0; i < shares.length; i++) {
            Member member = block.members().get(i);
            coordinates[member.parameter()] = member.nearest(shares[i]);
        }
    }

    /** Coordinates spread evenly over this region. */
    double[][] draw(int n, Keyed keyed) {
        double[][] drawn = new double[n][axes.size()];
        for (int i = 0; i < axes.size(); i++) {
            options(i, keyed.at(0, i), drawn);
        }
        numbers(drawn, keyed.at(1));
        for (int b = 0; b < blocks.size(); b++) {
            double[][] shares = shares(b, n, keyed.at(2, b));
            for (int i = 0; i < n; i++) {
                set(blocks.get(b), shares[i], drawn[i]);
            }
        }
        return drawn;
    }

    private void options(int parameter, Keyed keyed, double[][] drawn) {
        Domain domain = domains.get(parameter);
        for (double[] point : drawn) {
            point[parameter] = isOption(parameter) && domain.isStepped()
                    ? domain.level(keyed.below((int) domain.levels()))
                    : domain.nearest(domain.min());
        }
    }

    boolean isOption(int parameter) {
        return !(axes.axis(parameter) instanceof NumberAxis);
    }

    /** The numbers that vary and are in no block. */
    List<Integer> free() {
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            if (!isOption(i) && !domains.get(i).isConstant() && !isLinked(i)) {
                free.add(i);
            }
        }
        return free;
    }

    private boolean isLinked(int parameter) {
        return links.stream().anyMatch(group -> Links.parameters(group).contains(parameter));
    }

    private void numbers(double[][] drawn, Keyed keyed) {
        List<Integer> free = free();
        if (free.isEmpty()) {
            return;
        }
        int dimensions = Math.min(Sobol.DIMENSIONS, free.size());
        double[][] even = new Sobol(dimensions, keyed.at(0)).take(drawn.length);
        for (int k = 0; k < free.size(); k++) {
            Keyed beyond = keyed.at(1, k);
            for (int i = 0; i < drawn.length; i++) {
                double u = k < dimensions ? even[i][k] : beyond.uniform();
                drawn[i][free.get(k)] = number(free.get(k), u);
            }
        }
    }

    private double number(int parameter, double u) {
        Domain domain = domains.get(parameter);
        NumberAxis axis = (NumberAxis) axes.axis(parameter);
        if (domain.isStepped() && !axis.logarithmic()) {
            return domain.level(Math.floor(u * domain.levels()));
        }
        double low = axis.share(domain.min());
        return domain.nearest(axis.number(low + u * (axis.share(domain.max()) - low)));
    }

    private double[][] shares(int b, int n, Keyed keyed) {
        List<double[]> drawn = new ArrayList<>();
        for (int i = 0; i < ROUNDS && drawn.size() < n; i++) {
            drawn.addAll(blocks.get(b).draw(n - drawn.size(), keyed.at(i)));
        }
        if (drawn.isEmpty()) {
            drawn.add(anchors.get(b));
        }
        double[][] shares = new double[n][];
        Arrays.setAll(shares, i -> drawn.get(i % drawn.size()));
        return shares;
    }

    /** Coordinates near others, in this region; {@code size} is a standard deviation as a share of each range. */
    double[] near(double[] coordinates, double size, double part, Keyed keyed) {
        double[] moved = new double[coordinates.length];
        for (int i = 0; i < moved.length; i++) {
            double at = domains.get(i).nearest(coordinates[i]);
            moved[i] =
                    keyed.uniform() > part ? at : isOption(i) ? option(i, at, size, keyed) : moved(i, at, size, keyed);
        }
        for (int b = 0; b < blocks.size(); b++) {
            Block block = blocks.get(b);
            double[] shares = shares(block, coordinates);
            double[] near = block.beside(shares, size, keyed.at(b)).orElse(anchors.get(b));
            set(block, near, moved);
        }
        return moved;
    }

    private double option(int parameter, double at, double size, Keyed keyed) {
        Domain domain = domains.get(parameter);
        return keyed.uniform() < size && domain.isStepped() ? domain.level(keyed.below((int) domain.levels())) : at;
    }

    private double moved(int parameter, double at, double size, Keyed keyed) {
        Domain domain = domains.get(parameter);
        NumberAxis axis = (NumberAxis) axes.axis(parameter);
        double share = axis.share(at);
        double range = axis.share(domain.max()) - axis.share(domain.min());
        double to = domain.nearest(axis.number(share + size * range * keyed.normal()));
        boolean stuck = to == at && domain.isStepped() && keyed.uniform() < size;
        return stuck ? domain.beside(at, keyed.below(2) == 0 ? 1 : -1) : to;
    }
}
