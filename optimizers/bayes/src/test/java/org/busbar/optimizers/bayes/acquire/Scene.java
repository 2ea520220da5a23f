package org.busbar.optimizers.bayes.acquire;

import java.util.Arrays;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Outlook;

/** Outlooks for tests. */
record Scene(Outlook outlook) {

    static final double[][] ROWS = {{0.1, 0.2}, {0.5, 0.9}, {0.8, 0.4}, {0.3, 0.6}, {0.95, 0.85}};
    static final double[][] SITES = {{0.2, 0.8}, {0.6, 0.1}, {0.9, 0.9}, {0.4, 0.4}, {0.7, 0.6}, {0.05, 0.5}};

    /** Rows tried and feasible, nothing awaited, no reference, no settings. */
    static Scene of(List<Model> models, double[][] tried, double[][] sites) {
        boolean[] feasible = new boolean[tried.length];
        Arrays.fill(feasible, true);
        double[] reference = new double[models.size()];
        Arrays.fill(reference, Double.NaN);
        double[][] values = new double[models.size()][tried.length];
        return new Scene(
                new Outlook(models, tried, values, feasible, new double[0][], sites, reference, Values.none(), 7));
    }

    /** Gaussian processes on five rows, one for each list of values. */
    static Scene smooth(double noise, double[]... values) {
        List<Model> models = Arrays.stream(values)
                .<Model>map(some -> new Kriging(ROWS, some, 0.35, noise))
                .toList();
        return of(models, ROWS, SITES);
    }

    Scene with(String setting, double value) {
        return new Scene(new Outlook(
                outlook.models(),
                outlook.tried(),
                outlook.values(),
                outlook.feasible(),
                outlook.awaited(),
                outlook.sites(),
                outlook.reference(),
                outlook.settings().with(setting, Quantity.of(value, "1")),
                outlook.seed()));
    }

    Scene awaiting(double[]... rows) {
        return new Scene(new Outlook(
                outlook.models(),
                outlook.tried(),
                outlook.values(),
                outlook.feasible(),
                rows,
                outlook.sites(),
                outlook.reference(),
                outlook.settings(),
                outlook.seed()));
    }

    Scene feasible(boolean... feasible) {
        return new Scene(new Outlook(
                outlook.models(),
                outlook.tried(),
                outlook.values(),
                feasible,
                outlook.awaited(),
                outlook.sites(),
                outlook.reference(),
                outlook.settings(),
                outlook.seed()));
    }

    Scene from(double... reference) {
        return new Scene(new Outlook(
                outlook.models(),
                outlook.tried(),
                outlook.values(),
                outlook.feasible(),
                outlook.awaited(),
                outlook.sites(),
                reference,
                outlook.settings(),
                outlook.seed()));
    }

    Scene seed(long seed) {
        return new Scene(new Outlook(
                outlook.models(),
                outlook.tried(),
                outlook.values(),
                outlook.feasible(),
                outlook.awaited(),
                outlook.sites(),
                outlook.reference(),
                outlook.settings(),
                seed));
    }
}
