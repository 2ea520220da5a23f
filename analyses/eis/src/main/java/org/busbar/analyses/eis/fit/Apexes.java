package org.busbar.analyses.eis.fit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.analyses.impedance.Spectrum;

/** The time constants of the arcs that can be seen: 1/&omega; where -Im Z is highest for a while. */
final class Apexes {

    /** An apex is the highest point among this part of all points, on either side. */
    private static final int PART = 15;

    private Apexes() {}

    /** At most {@code most} of them, the highest, by rising time constant; s. */
    static double[] times(Spectrum spectrum, int most) {
        List<Integer> highest = IntStream.range(1, spectrum.size() - 1)
                .filter(k -> apex(spectrum, k))
                .boxed()
                .sorted(Comparator.comparingDouble(spectrum::imaginary))
                .limit(most)
                .toList();
        return highest.stream().mapToDouble(k -> 1 / spectrum.omega(k)).sorted().toArray();
    }

    private static boolean apex(Spectrum spectrum, int k) {
        int reach = Math.max(1, spectrum.size() / PART);
        return spectrum.imaginary(k) < 0
                && k >= reach
                && k + reach < spectrum.size()
                && IntStream.rangeClosed(k - reach, k + reach)
                        .noneMatch(i -> spectrum.imaginary(i) < spectrum.imaginary(k));
    }
}
