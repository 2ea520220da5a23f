package org.busbar.analyses.sensitivity;

import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.numeric.Sobol;

/** Functions with known indices. */
final class Known {

    private static final double[] A = {0, 1, 4.5, 9, 99, 99, 99, 99};

    private Known() {}

    /** Of places in the unit cube, which stands for -pi to pi. */
    static double ishigami(double[] unit) {
        double[] x = Arrays.stream(unit).map(Known::angle).toArray();
        double wave = Math.sin(x[1]);
        return Math.sin(x[0]) + 7 * wave * wave + 0.1 * Math.pow(x[2], 4) * Math.sin(x[0]);
    }

    /** By each coordinate of the unit cube. */
    static double[] ishigamiGradient(double[] unit) {
        double[] x = Arrays.stream(unit).map(Known::angle).toArray();
        return new double[] {
            2 * Math.PI * Math.cos(x[0]) * (1 + 0.1 * Math.pow(x[2], 4)),
            2 * Math.PI * 7 * Math.sin(2 * x[1]),
            2 * Math.PI * 0.4 * Math.pow(x[2], 3) * Math.sin(x[0])
        };
    }

    static double angle(double unit) {
        return Math.PI * (2 * unit - 1);
    }

    static double g(double[] x) {
        double product = 1;
        for (int i = 0; i < x.length; i++) {
            product *= (Math.abs(4 * x[i] - 2) + A[i]) / (1 + A[i]);
        }
        return product;
    }

    /** Scrambled Sobol points of the unit cube, moved to -pi to pi. */
    static double[][] angles(int rows, long seed) {
        double[][] points = new Sobol(3, Keyed.of(seed)).take(rows);
        return Arrays.stream(points)
                .map(unit -> Arrays.stream(unit).map(Known::angle).toArray())
                .toArray(double[][]::new);
    }

    /** Of angles. */
    static double ishigamiOfAngles(double[] x) {
        return ishigami(Arrays.stream(x).map(a -> (a / Math.PI + 1) / 2).toArray());
    }

    /** The numbers of one list of the file of exact indices. */
    static double[] exact(String function, String list) throws IOException {
        String text = Bench.text("analytic_indices.json");
        Matcher found = Pattern.compile("\"" + list + "\": \\[([^]]*)]").matcher(text);
        if (!found.find(text.indexOf("\"" + function + "\""))) {
            throw new IOException("no " + list + " of " + function);
        }
        return Arrays.stream(found.group(1).split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
