package org.busbar.optimizers.polynomial;

import java.util.List;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Surrogate;
import org.busbar.api.optimize.Training;
import org.osgi.service.component.annotations.Component;

/**
 * Learns ensembles of ridge polynomials, which abstain where too few members have data around.
 *
 * <p>Abstaining is to give a deviation of 1, that of all values, and a mean that falls back to what the nearest place gave
 * the fewer members speak. Deviations elsewhere are
 * those between members; the residual part is the noise of the model. Variances and sources are not used. After F.
 * Rahmanian et al., Batteries &amp; Supercaps 5, e202200228 (2022), doi:10.1002/batt.202200228.
 */
@Component
@LabId("polynomial")
public final class PolynomialEnsemble implements Surrogate {

    @Override
    public Model fit(Training training) throws InterruptedException {
        Settings.check(training.settings());
        return new PolynomialModel(training.rows(), training.values(), Pieces.of(training));
    }

    @Override
    public List<Parameter> settings() {
        return Settings.ALL;
    }
}
