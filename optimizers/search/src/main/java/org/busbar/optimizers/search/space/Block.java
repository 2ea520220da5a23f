package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * Numbers linked by mixtures and constraints. Vectors are shares, one per member. What is drawn or rounded keeps all
 * limits up to rounding.
 */
final class Block {

    private static final int TRIES = 100;
    private static final int KEPT = 2_000;

    private final List<Member> members;
    private final List<Halfspaces.Row> rows;
    private final Supports supports;
    private final List<BitSet> listed;
    private final Map<BitSet, Optional<Piece>> pieces = new ConcurrentHashMap<>();

    Block(List<Member> members, List<Halfspaces.Row> rows, List<Supports.Share> shares) {
        this.members = members;
        this.rows = rows;
        this.supports = new Supports(members, shares);
        this.listed = supports.areFew()
                ? supports.all().stream()
                        .filter(support -> isFeasible(present(support), rows))
                        .toList()
                : List.of();
    }

    static boolean isFeasible(List<Member> members, List<Halfspaces.Row> rows) {
        return Simplex.minimize(new double[members.size()], Piece.limits(members, rows))
                .isPresent();
    }

    List<Member> members() {
        return members;
    }

    /** Whether some vector keeps all limits but for steps; where supports are many, whether one is found. */
    boolean isFeasible() {
        return supports.areFew() ? !listed.isEmpty() : some(Keyed.of(0)).isPresent();
    }

    /** A vector on step; empty if none is found. */
    Optional<double[]> anchor() {
        Keyed keyed = Keyed.of(1);
        Stream<Piece> tried = supports.areFew()
                ? listed.stream().flatMap(support -> piece(support).stream())
                : Stream.iterate(0, i -> i + 1).limit(20).flatMap(i -> some(keyed.at(i)).stream());
        return tried.flatMap(
                        piece -> Stream.concat(Stream.of(piece.polytope().centre()), Stream.of(piece.draw(5, keyed)))
                                .flatMap(x -> piece.snap(x).stream()))
                .findFirst();
    }

    boolean admits(double[] x) {
        return Piece.limits(members, rows).hold(x) && supports.admit(x);
    }

    /** Vectors on step, spread evenly; fewer than n only if the steps are hard to meet. */
    List<double[]> draw(int n, Keyed keyed) {
        Map<BitSet, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            support(keyed).ifPresent(support -> counts.merge(support, 1, Integer::sum));
        }
        List<double[]> drawn = new ArrayList<>();
        int child = 0;
        for (Map.Entry<BitSet, Integer> entry : counts.entrySet()) {
            Piece piece = piece(entry.getKey()).orElseThrow();
            for (double[] x : piece.draw(entry.getValue(), keyed.at(child++))) {
                piece.snap(x).ifPresent(drawn::add);
            }
        }
        keyed.shuffle(drawn);
        return drawn;
    }

    /** The nearest vector on step; empty if none is found. */
    Optional<double[]> snap(double[] x) {
        return near(x).flatMap(piece -> piece.snap(x).stream()).findFirst();
    }

    /** The pieces of this block, those that keep most of a vector first. */
    Stream<Piece> near(double[] x) {
        Stream<BitSet> nearest;
        if (supports.areFew()) {
            nearest = listed.stream().sorted(Comparator.comparingDouble(support -> supports.lost(support, x)));
        } else {
            Keyed keyed = Keyed.of(2);
            nearest = Stream.concat(
                    Stream.of(supports.largest(x)),
                    Stream.iterate(0, i -> i + 1).limit(TRIES).map(i -> supports.draw(keyed.at(i))));
        }
        return nearest.flatMap(support -> piece(support).stream());
    }

    /** A vector about {@code size} away, on step, seldom with other members present. */
    Optional<double[]> beside(double[] x, double size, Keyed keyed) {
        Optional<Piece> another = keyed.uniform() < size ? some(keyed) : Optional.empty();
        Optional<Piece> piece = another.isPresent() ? another : near(x).findFirst();
        if (piece.isEmpty()) {
            return Optional.empty();
        }
        double[] direction = piece.get().polytope().direction(keyed);
        return piece.get().snap(Vectors.plus(x, size, direction));
    }

    /** Whether not all members may be present at once. */
    boolean hasSupports() {
        return !supports.areFew() || listed.size() > 1;
    }

    private Optional<Piece> some(Keyed keyed) {
        return support(keyed).flatMap(this::piece);
    }

    private Optional<BitSet> support(Keyed keyed) {
        if (supports.areFew()) {
            return listed.isEmpty() ? Optional.empty() : Optional.of(listed.get(keyed.below(listed.size())));
        }
        for (int i = 0; i < TRIES; i++) {
            BitSet support = supports.draw(keyed);
            if (piece(support).isPresent()) {
                return Optional.of(support);
            }
        }
        return Optional.empty();
    }

    private Optional<Piece> piece(BitSet support) {
        Optional<Piece> known = pieces.get(support);
        if (known != null) {
            return known;
        }
        Optional<Piece> piece = Piece.of(present(support), rows);
        if (pieces.size() < KEPT) {
            pieces.put((BitSet) support.clone(), piece);
        }
        return piece;
    }

    private List<Member> present(BitSet support) {
        List<Member> present = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            present.add(support.get(i) ? members.get(i) : members.get(i).absent());
        }
        return present;
    }
}
