package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.busbar.api.optimize.Acquisition;

/** Rows seen in a search and their worths, in the order they were seen. */
final class Finds {

    /** A row and its worth; negative infinity if that is no number. */
    record Find(double[] row, double worth) {}

    private final Acquisition.Worth worth;
    private final List<Find> all = new ArrayList<>();

    Finds(Acquisition.Worth worth) {
        this.worth = worth;
    }

    Acquisition.Worth worth() {
        return worth;
    }

    List<Find> all() {
        return all;
    }

    /** Weighs rows, and keeps them. */
    List<Find> weigh(List<double[]> rows) {
        List<Find> found = new ArrayList<>();
        double[] worths = rows.isEmpty() ? new double[0] : weighed(worth, rows.toArray(double[][]::new));
        for (int i = 0; i < worths.length; i++) {
            found.add(new Find(rows.get(i), worths[i]));
        }
        all.addAll(found);
        return found;
    }

    /** Worths in which what is no number is negative infinity. */
    static double[] weighed(Acquisition.Worth worth, double[][] rows) {
        double[] worths = worth.of(rows).clone();
        if (worths.length != rows.length) {
            throw new IllegalStateException(
                    "The acquisition gave " + worths.length + " worths for " + rows.length + " rows; give one each");
        }
        for (int i = 0; i < worths.length; i++) {
            worths[i] = Double.isNaN(worths[i]) ? Double.NEGATIVE_INFINITY : worths[i];
        }
        return worths;
    }

    static Optional<Find> best(List<Find> finds) {
        return finds.stream().reduce((a, b) -> b.worth > a.worth ? b : a);
    }

    /** The best one that is not taken; the first of those that are equal. */
    Optional<Find> best(Taken taken) {
        return all.stream()
                .sorted(Comparator.comparingDouble(find -> -find.worth))
                .filter(find -> !taken.has(find.row))
                .findFirst();
    }
}
