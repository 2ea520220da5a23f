package org.busbar.optimizers.committee;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Model.Forecast;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Training;

/**
 * Surrogates that have learnt from the same.
 *
 * @param members by their {@code lab.id}
 */
record Committee(Map<String, Model> members) {

    Committee {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    static Committee of(Settings settings, Training training, Parts parts) throws InterruptedException {
        Map<String, Model> members = new LinkedHashMap<>();
        for (String id : settings.members()) {
            members.put(id, parts.surrogate(id).fit(training));
        }
        return new Committee(members);
    }

    /** This committee, each of whose members believes what it expects at a row. */
    Committee believing(double[] row) {
        Map<String, Model> told = new LinkedHashMap<>();
        double[][] place = {row};
        members.forEach(
                (id, model) -> told.put(id, model.with(row, model.predict(place).means()[0])));
        return new Committee(told);
    }

    /** What each member expects at some rows. */
    List<Forecast> forecasts(double[][] rows) {
        List<Forecast> forecasts = new ArrayList<>();
        members.values().forEach(model -> forecasts.add(model.predict(rows)));
        return forecasts;
    }

    /** What the members expect together at a row, where {@code own} is the mean of their own variances. */
    record View(double mean, double between, double own) {

        /** @param i the place of the row among those forecast */
        static View of(List<Forecast> forecasts, int i) {
            double mean = 0;
            double own = 0;
            for (Forecast forecast : forecasts) {
                mean += forecast.means()[i] / forecasts.size();
                own += forecast.deviations()[i] * forecast.deviations()[i] / forecasts.size();
            }
            double between = 0;
            for (Forecast forecast : forecasts) {
                double apart = forecast.means()[i] - mean;
                between += apart * apart / forecasts.size();
            }
            return new View(mean, between, own);
        }

        /** The deviation of one who asks a member drawn at random. */
        double spread() {
            return Math.sqrt(between + own);
        }
    }
}
