package org.busbar.optimizers.search.numeric;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Direction numbers of the Sobol sequence with 52 bits, from the first lines of the file of Joe and Kuo. */
final class Directions {

    static final int BITS = 52;

    private static final String FILE = "new-joe-kuo-6.256.txt";
    private static final List<String> LINES = lines();

    private Directions() {}

    /** For the dimension counted from 0. */
    static long[] of(int dimension) {
        return dimension == 0 ? first() : recurrence(LINES.get(dimension).split(" "));
    }

    private static long[] first() {
        long[] v = new long[BITS];
        for (int k = 0; k < BITS; k++) {
            v[k] = 1L << (BITS - 1 - k);
        }
        return v;
    }

    /** Columns: dimension, degree s, coefficients a, then s initial numbers. */
    private static long[] recurrence(String[] columns) {
        int s = Integer.parseInt(columns[1]);
        int a = Integer.parseInt(columns[2]);
        long[] v = new long[BITS];
        for (int k = 0; k < BITS; k++) {
            v[k] = k < s ? Long.parseLong(columns[3 + k]) << (BITS - 1 - k) : following(v, k, s, a);
        }
        return v;
    }

    private static long following(long[] v, int k, int s, int a) {
        long next = v[k - s] ^ (v[k - s] >>> s);
        for (int i = 1; i < s; i++) {
            if ((a >> (s - 1 - i) & 1) == 1) {
                next ^= v[k - i];
            }
        }
        return next;
    }

    private static List<String> lines() {
        try (InputStream in = Directions.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + FILE + " is missing beside "
                        + Directions.class.getName() + "; embed the whole package with its resources");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            return reader.lines().collect(Collectors.toUnmodifiableList());
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + FILE + " cannot be read; the bundle may be damaged", e);
        }
    }
}
