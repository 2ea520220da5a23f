package org.busbar.optimizers.bayes.acquire;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Outlook;

/** How many objectives there are, and what is expected of them. */
final class Objectives {

    private static final String USE =
            "; use log-ei or noisy-log-ei for one, ehvi for two to four, chebyshev for two or more";

    private Objectives() {}

    /**
     * The model of the only objective.
     *
     * @throws IllegalArgumentException if there are several, or none
     */
    static Model only(Outlook outlook, String id) {
        check(outlook, id, 1, 1, "one objective");
        return outlook.models().get(0);
    }

    /** @throws IllegalArgumentException if there are fewer or more objectives */
    static void check(Outlook outlook, String id, int least, int most, String words) {
        int count = outlook.models().size();
        if (count < least || count > most) {
            throw new IllegalArgumentException("The acquisition " + id + " judges " + words + ", not " + count + USE);
        }
    }

    /**
     * Equally likely states of the world: in each one model for each objective. Where objectives have different numbers of
     * members, those with fewer repeat.
     */
    static List<List<Model>> worlds(Outlook outlook) {
        List<List<Model>> members =
                outlook.models().stream().map(Model::members).toList();
        int count = members.stream().mapToInt(List::size).max().orElse(1);
        List<List<Model>> worlds = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            int world = s;
            worlds.add(
                    members.stream().map(some -> some.get(world % some.size())).toList());
        }
        return worlds;
    }

    /** The mean of each objective at each row: one array per row. */
    static double[][] means(List<Model> models, double[][] rows) {
        double[][] means = new double[rows.length][models.size()];
        for (int m = 0; m < models.size(); m++) {
            double[] column = models.get(m).predict(rows).means();
            for (int r = 0; r < rows.length; r++) {
                means[r][m] = column[r];
            }
        }
        return means;
    }
}
