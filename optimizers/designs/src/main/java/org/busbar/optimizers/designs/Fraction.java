package org.busbar.optimizers.designs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A regular fraction of the corners of a cube: the first factors take all combinations, each further one is a product of
 * some of them. A set of factors is a whole number whose bit i stands for factor i, which is called A, B, C … without I.
 *
 * <p>G. E. P. Box, J. S. Hunter, Technometrics 3, 311 (1961), doi:10.1080/00401706.1961.10489951.
 *
 * @param factors how many there are
 * @param generators for each factor past the first ones, the set of those whose product it is
 */
record Fraction(int factors, List<Integer> generators) {

    /** Sets of factors are written with these letters; I stands for the identity. */
    private static final String LETTERS = "ABCDEFGHJKLMNOPQRSTUVWXYZ";

    static final Comparator<Integer> SHORT_FIRST =
            Comparator.<Integer>comparingInt(Integer::bitCount).thenComparing(Fraction::name);

    private static final int MOST = 16;

    Fraction {
        generators = List.copyOf(generators);
    }

    /** All corners. */
    static Fraction whole(int factors) {
        return new Fraction(factors, List.of());
    }

    /**
     * The smallest fraction of a resolution or above, and of those the one with the fewest short words found (minimum
     * aberration; A. Fries, W. G. Hunter, Technometrics 22, 601 (1980), doi:10.2307/1268198).
     */
    static Fraction find(int factors, int resolution) {
        if (factors > MOST) {
            throw new IllegalArgumentException("A fraction of a two-level design takes " + MOST
                    + " parameters at most, not " + factors + "; fix some, or take the design sobol");
        }
        for (int independent = 2; independent < factors; independent++) {
            List<Integer> found = new Generators(independent, factors - independent, resolution).best();
            if (!found.isEmpty()) {
                return new Fraction(factors, found);
            }
        }
        return whole(factors);
    }

    /**
     * Reads {@code D = AB, E = AC}.
     *
     * @throws IllegalArgumentException if that does not generate the last factors from the first ones, in their order
     */
    static Fraction read(int factors, String text) {
        String[] terms = text.replace(" ", "").split("[,;]");
        int independent = factors - terms.length;
        List<Integer> generators = IntStream.range(0, terms.length)
                .map(i -> set(terms[i], independent, independent + i, text))
                .boxed()
                .toList();
        return new Fraction(factors, generators);
    }

    private static int set(String term, int independent, int factor, String text) {
        String factors = LETTERS.substring(0, Math.max(0, Math.min(LETTERS.length(), independent)));
        if (factor < 0
                || factor >= LETTERS.length()
                || !term.matches(LETTERS.charAt(factor) + "=[" + factors + "]{2,}")) {
            throw new IllegalArgumentException("The setting generators = '" + text
                    + "' must make each of the last factors a" + " product of the first " + independent
                    + " ones, in order, such as 'D = AB, E = AC' of five");
        }
        int set = 0;
        for (char letter : term.substring(2).toCharArray()) {
            set |= 1 << LETTERS.indexOf(letter);
        }
        return set;
    }

    int independent() {
        return factors - generators.size();
    }

    int runs() {
        return 1 << independent();
    }

    String title() {
        return generators.isEmpty() ? "2^" + factors : "2^(" + factors + "-" + generators.size() + ")";
    }

    /** One row per run, in standard order: whether each factor is high. */
    boolean[][] rows() {
        boolean[][] rows = new boolean[runs()][factors];
        for (int run = 0; run < rows.length; run++) {
            for (int factor = 0; factor < factors; factor++) {
                rows[run][factor] = isHigh(run, factor);
            }
        }
        return rows;
    }

    /** A product is high if an even number of its factors is low. */
    private boolean isHigh(int run, int factor) {
        if (factor < independent()) {
            return (run >> factor & 1) == 1;
        }
        return Integer.bitCount(generators.get(factor - independent()) & ~run) % 2 == 0;
    }

    /** The products that are always high (the defining relation), short ones first, the empty one left out. */
    int[] words() {
        int[] words = {0};
        for (int i = 0; i < generators.size(); i++) {
            int word = generators.get(i) | 1 << (independent() + i);
            words = IntStream.concat(Arrays.stream(words), Arrays.stream(words).map(w -> w ^ word))
                    .toArray();
        }
        return Arrays.stream(words)
                .filter(word -> word != 0)
                .boxed()
                .sorted(SHORT_FIRST)
                .mapToInt(word -> word)
                .toArray();
    }

    /** The length of the shortest word; one more than there are factors if nothing is confounded. */
    int resolution() {
        return Arrays.stream(words()).map(Integer::bitCount).min().orElse(factors + 1);
    }

    /** The sets of up to {@code longest} factors that cannot be told from a set, short ones first, itself left out. */
    int[] aliases(int set, int longest) {
        return Arrays.stream(words())
                .map(word -> word ^ set)
                .filter(alias -> Integer.bitCount(alias) <= longest)
                .boxed()
                .sorted(SHORT_FIRST)
                .mapToInt(alias -> alias)
                .toArray();
    }

    /** A set as letters, such as ABD. */
    static String name(int set) {
        return IntStream.range(0, LETTERS.length())
                .filter(i -> (set >> i & 1) == 1)
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
