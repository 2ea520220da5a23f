package org.busbar.optimizers.forest;

import java.util.List;
import java.util.SplittableRandom;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Surrogate;
import org.busbar.api.optimize.Training;
import org.busbar.optimizers.search.numeric.Keyed;
import org.osgi.service.component.annotations.Component;

/** Learns a random forest. Variances and sources are not used. */
@Component
@LabId("forest")
public final class ForestSurrogate implements Surrogate {

    @Override
    public Model fit(Training training) throws InterruptedException {
        Settings settings = Settings.of(training.settings());
        if (Thread.interrupted()) {
            throw new InterruptedException("The surrogate forest was told to stop");
        }
        if (training.rows().length == 0) {
            return new NoForest(training, settings);
        }
        SplittableRandom random = new SplittableRandom(Keyed.of(training.seed()).next());
        Forest forest = Forest.fit(training.rows(), training.values(), settings.growth(), random);
        return new ForestModel(training.rows(), forest, settings, 0);
    }

    @Override
    public List<Parameter> settings() {
        return Settings.ALL;
    }
}
