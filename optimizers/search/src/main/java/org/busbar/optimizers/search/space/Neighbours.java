package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.optimizers.search.numeric.Keyed;

/** Rows that differ from another one by one option, one step, or one step moved between two linked numbers. */
final class Neighbours {

    private static final double COARSE = 12;
    private static final int MOST = 24;
    private static final int OTHER_SUPPORTS = 8;

    private final EncodedSpace space;
    private final Region region;

    Neighbours(EncodedSpace space) {
        this.space = space;
        this.region = space.region();
    }

    /** All but the row itself; of very many, some. Empty where nothing has options or steps. */
    List<double[]> of(double[] row, Keyed keyed) {
        double[] at = space.axes().coordinates(row);
        List<double[]> around = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            if (region.isOption(i) && region.domain(i).levels() > 1) {
                levels(at, i, keyed, around);
            }
        }
        for (int i : region.free()) {
            if (region.domain(i).isStepped()) {
                steps(at, i, keyed, around);
            }
        }
        for (Block block : region.blocks()) {
            linked(at, block, keyed, around);
        }
        return around.stream().map(space.axes()::row).toList();
    }

    private void steps(double[] at, int parameter, Keyed keyed, List<double[]> into) {
        if (region.domain(parameter).levels() <= COARSE) {
            levels(at, parameter, keyed, into);
            return;
        }
        for (int steps : new int[] {1, -1}) {
            put(at, parameter, region.domain(parameter).beside(at[parameter], steps), into);
        }
    }

    private void levels(double[] at, int parameter, Keyed keyed, List<double[]> into) {
        Domain domain = region.domain(parameter);
        int levels = (int) domain.levels();
        int[] some = levels <= MOST
                ? IntStream.range(0, levels).toArray()
                : IntStream.generate(() -> keyed.below(levels)).limit(MOST).toArray();
        for (int level : some) {
            put(at, parameter, domain.level(level), into);
        }
    }

    private static void put(double[] at, int parameter, double coordinate, List<double[]> into) {
        if (coordinate != at[parameter]) {
            double[] other = at.clone();
            other[parameter] = coordinate;
            into.add(other);
        }
    }

    private void linked(double[] at, Block block, Keyed keyed, List<double[]> into) {
        double[] shares = region.shares(block, at);
        List<Member> members = block.members();
        int[] stepped = IntStream.range(0, members.size())
                .filter(i -> members.get(i).domain().isStepped())
                .toArray();
        for (int[] pair : pairs(stepped, keyed)) {
            double[] moved = shares.clone();
            moved[pair[0]] += members.get(pair[0]).step();
            moved[pair[1]] -= members.get(pair[1]).step();
            block.snap(moved).ifPresent(other -> put(at, block, other, into));
        }
        for (int k = 0; k < OTHER_SUPPORTS && block.hasSupports(); k++) {
            block.beside(shares, 1, keyed).ifPresent(other -> put(at, block, other, into));
        }
    }

    private static List<int[]> pairs(int[] stepped, Keyed keyed) {
        List<int[]> pairs = new ArrayList<>();
        for (int i : stepped) {
            for (int j : stepped) {
                if (i != j) {
                    pairs.add(new int[] {i, j});
                }
            }
        }
        keyed.shuffle(pairs);
        return pairs.subList(0, Math.min(MOST, pairs.size()));
    }

    private void put(double[] at, Block block, double[] shares, List<double[]> into) {
        double[] other = at.clone();
        region.set(block, shares, other);
        into.add(other);
    }
}
