package org.busbar.optimizers.search.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyedTest {

    private static final int MANY = 200_000;

    @Test
    void gives_the_same_numbers_for_the_same_path_however_it_is_written() {
        Keyed parent = Keyed.of(7, 1);
        parent.next();
        long[] whole = draws(Keyed.of(7, 1, 2, 3));
        assertArrayEquals(whole, draws(parent.at(2, 3)));
        assertArrayEquals(whole, draws(parent.at(2).at(3)));
        assertArrayEquals(draws(Keyed.of(7, 1)), draws(parent.at()));
    }

    @Test
    void never_changes_its_numbers() {
        Keyed keyed = Keyed.of(2026, 1, 2);
        assertEquals(-8063065007789683821L, keyed.next());
        assertEquals(-8189222837065460280L, keyed.next());
    }

    private static long[] draws(Keyed keyed) {
        return new long[] {keyed.next(), keyed.next(), keyed.next()};
    }

    @Test
    void has_different_streams_for_all_small_keys_and_orders_of_keys() {
        Set<Long> seen = new HashSet<>();
        for (int seed = -20; seed < 20; seed++) {
            seen.add(Keyed.of(seed).next());
            for (int a = -20; a < 20; a++) {
                seen.add(Keyed.of(seed, a).next());
                for (int b = -20; b < 20; b++) {
                    seen.add(Keyed.of(seed, a, b).next());
                }
            }
        }
        assertEquals(40 + 1600 + 64_000, seen.size());
    }

    @Test
    void draws_uniform_numbers_with_the_moments_and_the_histogram_of_the_law() {
        Keyed keyed = Keyed.of(1);
        double sum = 0;
        double squares = 0;
        int[] bins = new int[100];
        for (int i = 0; i < MANY; i++) {
            double u = keyed.uniform();
            assertTrue(u > 0 && u < 1);
            sum += u;
            squares += u * u;
            bins[(int) (100 * u)]++;
        }
        assertEquals(0.5, sum / MANY, 0.003);
        assertEquals(1 / 3.0, squares / MANY, 0.003);
        assertChiSquare(bins);
    }

    /** 99 degrees of freedom: mean 99, sd 14; the limits are five sd off. */
    private static void assertChiSquare(int[] bins) {
        double expected = Arrays.stream(bins).sum() / (double) bins.length;
        double chi = 0;
        for (int bin : bins) {
            chi += (bin - expected) * (bin - expected) / expected;
        }
        assertTrue(chi > 40 && chi < 170, "chi-square " + chi);
    }

    @Test
    void first_numbers_of_neighbouring_keys_are_spread_like_independent_ones() {
        int[] pairs = new int[100];
        double product = 0;
        for (int key = 0; key < MANY; key++) {
            double here = Keyed.of(3, key).uniform();
            double next = Keyed.of(3, key + 1L).uniform();
            pairs[10 * (int) (10 * here) + (int) (10 * next)]++;
            product += (here - 0.5) * (next - 0.5);
        }
        assertChiSquare(pairs);
        assertEquals(0, 12 * product / MANY, 0.012);
    }

    @Test
    void a_parent_and_its_child_are_not_correlated() {
        Keyed parent = Keyed.of(5);
        Keyed child = parent.at(0);
        double product = 0;
        for (int i = 0; i < MANY; i++) {
            product += (parent.uniform() - 0.5) * (child.uniform() - 0.5);
        }
        assertEquals(0, 12 * product / MANY, 0.012);
    }

    @Test
    void every_bit_is_set_half_of_the_time() {
        Keyed keyed = Keyed.of(9, 9);
        int[] set = new int[64];
        for (int i = 0; i < MANY; i++) {
            long bits = keyed.next();
            for (int b = 0; b < 64; b++) {
                set[b] += (int) (bits >>> b & 1);
            }
        }
        for (int b = 0; b < 64; b++) {
            assertEquals(0.5, set[b] / (double) MANY, 0.006, "bit " + b);
        }
    }

    @Test
    void draws_normal_and_exponential_numbers_with_the_moments_of_the_laws() {
        Keyed keyed = Keyed.of(11);
        double[] sums = new double[6];
        for (int i = 0; i < MANY; i++) {
            double z = keyed.normal();
            sums[0] += z;
            sums[1] += z * z;
            sums[2] += z * z * z;
            sums[3] += z * z * z * z;
            double e = keyed.exponential();
            sums[4] += e;
            sums[5] += e * e;
        }
        double[] expected = {0, 1, 0, 3, 1, 2};
        double[] tolerance = {0.012, 0.016, 0.05, 0.12, 0.012, 0.06};
        for (int i = 0; i < sums.length; i++) {
            assertEquals(expected[i], sums[i] / MANY, tolerance[i], "moment " + i);
        }
    }

    @Test
    void a_normal_number_takes_one_draw() {
        Keyed one = Keyed.of(1, 1);
        Keyed two = Keyed.of(1, 1);
        one.normal();
        two.next();
        assertEquals(two.next(), one.next());
    }

    @Test
    void whole_numbers_below_a_limit_are_equally_likely() {
        Keyed keyed = Keyed.of(12);
        int[] bins = new int[100];
        for (int i = 0; i < MANY; i++) {
            bins[keyed.below(100)]++;
        }
        assertChiSquare(bins);
        assertEquals(0, keyed.below(1));
        assertTrue(keyed.below(Integer.MAX_VALUE) >= 0);
        assertThrows(IllegalArgumentException.class, () -> keyed.below(0));
    }

    @Test
    void every_order_of_four_comes_up_equally_often_from_shuffle_and_permutation() {
        Keyed keyed = Keyed.of(13);
        int[] shuffled = new int[256];
        int[] permuted = new int[256];
        for (int i = 0; i < 24_000; i++) {
            List<Integer> list = new ArrayList<>(List.of(0, 1, 2, 3));
            keyed.shuffle(list);
            shuffled[code(list.stream().mapToInt(Integer::intValue).toArray())]++;
            permuted[code(keyed.permutation(4))]++;
        }
        assertEvenOverOrders(shuffled);
        assertEvenOverOrders(permuted);
    }

    private static int code(int[] order) {
        return ((order[0] * 4 + order[1]) * 4 + order[2]) * 4 + order[3];
    }

    private static void assertEvenOverOrders(int[] counts) {
        int[] seen = Arrays.stream(counts).filter(count -> count > 0).toArray();
        assertEquals(24, seen.length);
        for (int count : seen) {
            assertEquals(1000, count, 170);
        }
    }

    @Test
    void dirichlet_shares_add_up_and_have_the_variance_of_the_law() {
        Keyed keyed = Keyed.of(14);
        double squares = 0;
        for (int i = 0; i < 50_000; i++) {
            double[] share = keyed.dirichlet(4);
            assertEquals(1, Arrays.stream(share).sum(), 1e-12);
            squares += share[2] * share[2];
        }
        assertEquals(0.1, squares / 50_000, 0.003);
    }

    @Test
    void seeds_that_differ_in_one_bit_differ_in_about_half_of_the_output() {
        for (int bit = 0; bit < 64; bit++) {
            int flipped = 0;
            for (int key = 0; key < 100; key++) {
                flipped += Long.bitCount(
                        Keyed.of(0, key).next() ^ Keyed.of(1L << bit, key).next());
            }
            assertEquals(3200, flipped, 250, "bit " + bit);
        }
        assertNotEquals(Keyed.of(0).next(), Keyed.of(0, 0).next());
    }
}
