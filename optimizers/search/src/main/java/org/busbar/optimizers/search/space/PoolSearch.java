package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.busbar.api.optimize.Acquisition;
import org.busbar.optimizers.search.numeric.Keyed;

/** Weighs all rows of a pool, or, in a very large one, some rows first and then those around the best of them. */
final class PoolSearch {

    private static final int AT_ONCE = 100_000;
    private static final int FIRST = 50_000;
    private static final int CENTRES = 8;
    private static final int AROUND = 500;
    private static final int ROUNDS = 10;

    private final Pool pool;
    private final Taken taken;

    PoolSearch(Pool pool, Taken taken) {
        this.pool = pool;
        this.taken = taken;
    }

    Optional<Candidate> best(Acquisition.Worth worth, Keyed keyed) {
        int[] order = keyed.permutation(pool.size());
        int[] open = IntStream.of(order)
                .filter(i -> !taken.has(pool.rows()[i]))
                .limit(pool.size() > AT_ONCE ? FIRST : AT_ONCE)
                .toArray();
        if (open.length == 0) {
            return Optional.empty();
        }
        double[] worths = weigh(worth, open);
        Candidate best = candidate(open, worths, best(worths));
        return Optional.of(pool.size() > AT_ONCE ? around(worth, open, worths, best) : best);
    }

    private double[] weigh(Acquisition.Worth worth, int[] places) {
        return Finds.weighed(
                worth, IntStream.of(places).mapToObj(i -> pool.rows()[i]).toArray(double[][]::new));
    }

    private static int best(double[] worths) {
        int best = 0;
        for (int i = 1; i < worths.length; i++) {
            best = worths[i] > worths[best] ? i : best;
        }
        return best;
    }

    private Candidate candidate(int[] places, double[] worths, int i) {
        return new Candidate(pool.rows()[places[i]], pool.point(places[i]), worths[i]);
    }

    private Candidate around(Acquisition.Worth worth, int[] seen, double[] worths, Candidate first) {
        BitSet weighed = new BitSet();
        IntStream.of(seen).forEach(weighed::set);
        List<double[]> centres = new ArrayList<>();
        IntStream.range(0, seen.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -worths[i]))
                .limit(CENTRES)
                .forEach(i -> centres.add(pool.rows()[seen[i]]));
        Candidate best = first;
        for (int round = 0; round < ROUNDS; round++) {
            int[] more = nearest(centres, weighed);
            if (more.length == 0) {
                return best;
            }
            IntStream.of(more).forEach(weighed::set);
            double[] found = weigh(worth, more);
            Candidate next = candidate(more, found, best(found));
            if (!(next.worth() > best.worth())) {
                return best;
            }
            best = next;
            centres.clear();
            centres.add(best.row());
        }
        return best;
    }

    private int[] nearest(List<double[]> centres, BitSet weighed) {
        BitSet near = new BitSet();
        centres.forEach(centre -> nearest(centre, weighed).forEach(near::set));
        return near.stream().toArray();
    }

    private IntStream nearest(double[] centre, BitSet weighed) {
        double[] distances = new double[pool.size()];
        Arrays.setAll(distances, i -> Vectors.norm(Vectors.minus(pool.rows()[i], centre)));
        double[] sorted = distances.clone();
        Arrays.sort(sorted);
        double radius = sorted[Math.min(AROUND, sorted.length - 1)];
        return IntStream.range(0, pool.size())
                .filter(i -> distances[i] <= radius && !weighed.get(i) && !taken.has(pool.rows()[i]));
    }
}
