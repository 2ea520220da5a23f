package org.busbar.analyses.eis.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Many searches begun on a part of the points; the best of those that lead to different places are carried on, on all
 * points, and the two best of these to their end.
 */
final class Search {

    private static final int FIRST_LEG = 20;
    private static final int SECOND_LEG = 10;
    private static final int CARRIED_ON = 4;
    private static final int FINISHED = 2;
    /** Sums of squares that differ less are of searches that lead to the same place. */
    private static final double SAME = 1e-3;

    private final Misfit all;
    private final Misfit part;
    private final int evaluations;

    /**
     * @param part the misfit of fewer points, to find out where to search
     * @param evaluations of {@code all}, at most, in a search that is carried to its end
     */
    Search(Misfit all, Misfit part, int evaluations) {
        this.all = all;
        this.part = part;
        this.evaluations = evaluations;
    }

    /**
     * The best search from these starts.
     *
     * @throws InterruptedException if told to stop
     */
    Descent best(List<double[]> starts) throws InterruptedException {
        List<Descent> searches =
                starts.size() == 1 ? begun(all, starts) : carriedOn(run(begun(part, starts), FIRST_LEG));
        return leading(run(searches, evaluations), 1).get(0);
    }

    private List<Descent> carriedOn(List<Descent> searches) throws InterruptedException {
        List<double[]> places = leading(searches, CARRIED_ON).stream()
                .map(search -> search.best().at)
                .toList();
        return leading(run(begun(all, places), SECOND_LEG), FINISHED);
    }

    private static List<Descent> begun(Misfit misfit, List<double[]> starts) {
        return starts.stream().map(start -> new Descent(misfit, start)).toList();
    }

    private static List<Descent> leading(List<Descent> searches, int count) {
        List<Descent> leading = new ArrayList<>();
        searches.stream().sorted(Comparator.comparingDouble(Descent::squares)).forEach(search -> {
            if (leading.size() < count && leading.stream().noneMatch(one -> same(one, search))) {
                leading.add(search);
            }
        });
        return leading;
    }

    private static boolean same(Descent one, Descent other) {
        return Math.abs(one.squares() - other.squares()) <= SAME * one.squares();
    }

    private static List<Descent> run(List<Descent> searches, int evaluations) throws InterruptedException {
        for (Descent search : searches) {
            if (Thread.interrupted()) {
                throw new InterruptedException("told to stop fitting");
            }
            search.run(evaluations);
        }
        return searches;
    }
}
