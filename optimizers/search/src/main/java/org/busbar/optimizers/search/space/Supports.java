package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.busbar.optimizers.search.numeric.Keyed;

/** Which members of a block may be present at once, as sets of their places: the largest such sets. */
final class Supports {

    /** At most so many sets are listed. */
    static final int LISTED = 200;

    /** At most {@code atMost} of the members at {@code places} may differ from 0. */
    record Share(String name, List<Integer> places, int atMost) {}

    private final int size;
    private final List<Share> shares;
    private final List<Member> members;

    Supports(List<Member> members, List<Share> shares) {
        this.size = members.size();
        this.members = members;
        this.shares = shares.stream()
                .filter(share -> share.atMost < share.places.size())
                .toList();
    }

    boolean areFew() {
        double count = 1;
        for (Share share : shares) {
            count *= ways(optional(share).size(), free(share));
        }
        return count <= LISTED;
    }

    private static double ways(int n, int k) {
        double ways = 1;
        for (int i = 1; i <= k; i++) {
            ways = ways * (n - k + i) / i;
        }
        return Math.rint(ways);
    }

    /** Those that may be absent. */
    private List<Integer> optional(Share share) {
        return share.places.stream()
                .filter(place -> members.get(place).mayBeAbsent())
                .toList();
    }

    /** How many of the optional ones may be present; below 0 if there are too many others. */
    private int free(Share share) {
        return Math.min(
                optional(share).size(),
                share.atMost - share.places.size() + optional(share).size());
    }

    /** All of them; to be asked only if they are few. */
    List<BitSet> all() {
        List<BitSet> all = new ArrayList<>(List.of(everything()));
        for (Share share : shares) {
            List<BitSet> more = new ArrayList<>();
            for (BitSet support : all) {
                choose(support, optional(share), 0, free(share), more);
            }
            all = more;
        }
        return all;
    }

    private BitSet everything() {
        BitSet all = new BitSet(size);
        all.set(0, size);
        shares.forEach(share -> optional(share).forEach(all::clear));
        return all;
    }

    private static void choose(BitSet chosen, List<Integer> from, int next, int free, List<BitSet> into) {
        if (free < 0) {
            return;
        }
        if (free == 0) {
            into.add((BitSet) chosen.clone());
            return;
        }
        for (int i = next; i <= from.size() - free; i++) {
            BitSet more = (BitSet) chosen.clone();
            more.set(from.get(i));
            choose(more, from, i + 1, free - 1, into);
        }
    }

    /** One of them, each as likely as the others. */
    BitSet draw(Keyed keyed) {
        return ranked(shares.stream()
                .map(share -> {
                    List<Integer> optional = new ArrayList<>(optional(share));
                    keyed.shuffle(optional);
                    return optional;
                })
                .toList());
    }

    /** The one that keeps most of a vector of shares. */
    BitSet largest(double[] x) {
        return ranked(shares.stream()
                .map(share -> optional(share).stream()
                        .sorted(Comparator.comparingDouble(place -> -amount(place, x)))
                        .toList())
                .toList());
    }

    private BitSet ranked(List<List<Integer>> orders) {
        BitSet support = everything();
        for (int i = 0; i < orders.size(); i++) {
            orders.get(i).stream().limit(Math.max(0, free(shares.get(i)))).forEach(support::set);
        }
        return support;
    }

    /** How much of a vector is lost where only a support is present. */
    double lost(BitSet support, double[] x) {
        double lost = 0;
        for (int i = 0; i < size; i++) {
            lost += support.get(i) ? 0 : amount(i, x);
        }
        return lost;
    }

    private double amount(int place, double[] x) {
        return Math.abs(x[place] - members.get(place).share(0));
    }

    /** Whether not too many members differ from 0. */
    boolean admit(double[] x) {
        return shares.stream()
                .allMatch(share -> share.places.stream()
                                .filter(place -> amount(place, x) > Halfspaces.ROUNDING)
                                .count()
                        <= share.atMost);
    }
}
