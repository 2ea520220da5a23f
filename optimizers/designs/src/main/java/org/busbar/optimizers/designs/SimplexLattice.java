package org.busbar.optimizers.designs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.busbar.api.Values;

/**
 * The {q, m} simplex lattice: all mixtures of q components in shares that are multiples of 1/m, at most as many present as
 * the mixture allows; crossed with all levels of the other parameters. It carries a polynomial of degree m.
 *
 * <p>H. Scheffé, J. R. Stat. Soc. B 20, 344 (1958), doi:10.1111/j.2517-6161.1958.tb00299.x.
 */
final class SimplexLattice implements Design {

    private static final int DEGREE = 3;
    private static final int LEVELS = 2;

    @Override
    public Plan on(Ground ground) {
        int degree = ground.choices().whole(Choices.LEVELS, DEGREE + 1) - 1;
        if (degree < 1) {
            throw new IllegalArgumentException("A simplex lattice needs 2 levels of each component at least, not 1");
        }
        String sizes = ground.blends().stream()
                .map(blend -> "{" + blend.size() + ", " + degree + "}")
                .collect(Collectors.joining(" x "));
        List<Values> points = crossed(ground, "simplex lattice", blend -> lattice(blend.size(), degree));
        return ground.plan(sizes + " simplex lattice", points, Map.of("carries", "a polynomial of degree " + degree));
    }

    /** Which shares of a mixture a design takes. */
    interface Shares {
        List<double[]> of(Blend blend);
    }

    /** The shares of each mixture with those of the others and with all levels of the other parameters. */
    static List<Values> crossed(Ground ground, String title, Shares shares) {
        if (ground.blends().isEmpty()) {
            throw new IllegalArgumentException(
                    "A " + title + " needs a mixture, and the space has none; state one, or take the design grid");
        }
        List<Values> all = List.of(Values.none());
        for (Blend blend : ground.blends()) {
            List<Values> mixed = shares.of(blend).stream()
                    .filter(share -> present(share) <= blend.mixture().atMost())
                    .map(blend::at)
                    .toList();
            all = Crossed.of(all, mixed);
        }
        List<Values> points = Crossed.of(all, Crossed.levels(ground.free(), LEVELS));
        return points.stream()
                .map(point -> ground.point(axis -> point.get(axis.name())))
                .toList();
    }

    private static int present(double[] shares) {
        int present = 0;
        for (double share : shares) {
            present += share > 0 ? 1 : 0;
        }
        return present;
    }

    /** All ways to hand out {@code degree} equal parts to {@code size} components, as shares. */
    static List<double[]> lattice(int size, int degree) {
        List<double[]> all = new ArrayList<>();
        hand(new int[size], 0, degree, degree, all);
        return all;
    }

    private static void hand(int[] parts, int at, int left, int degree, List<double[]> all) {
        if (all.size() > 100_000) {
            throw new IllegalArgumentException("The simplex lattice of " + parts.length + " components at degree "
                    + degree + " has more than 100000 points; lower the setting levels");
        }
        if (at == parts.length - 1) {
            parts[at] = left;
            all.add(Arrays.stream(parts)
                    .mapToDouble(part -> (double) part / degree)
                    .toArray());
            return;
        }
        for (int part = left; part >= 0; part--) {
            parts[at] = part;
            hand(parts, at + 1, left - part, degree, all);
        }
    }
}
