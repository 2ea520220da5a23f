package org.busbar.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.campaign.Trial;
import org.busbar.api.optimize.Observation;

/** What optimizers are told of a trial: its numbers and words, without spectra, samples and files. */
final class Learnt {

    private Learnt() {}

    static Observation of(Trial trial) {
        return of(trial.point(), trial.outputs());
    }

    static Observation of(Values point, Values outputs) {
        Map<String, Value> told = new LinkedHashMap<>();
        outputs.byName().forEach((name, value) -> {
            if (value instanceof Quantity || value instanceof Text) {
                told.put(name, value);
            }
        });
        return new Observation(point, new Values(told));
    }
}
