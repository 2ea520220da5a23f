package org.busbar.analyses.gitt;

import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.chart.Chart;
import org.osgi.service.component.annotations.Component;

/**
 * Diffusion coefficients of a spherical particle from pulses of current and the rests after them (galvanostatic
 * intermittent titration).
 *
 * <p>Fits the exact solution for a sphere to each pulse and its rest, and gives the short-time formula beside it.
 */
@Component
@LabId("gitt")
public final class Gitt implements Analysis {

    private final Titration titration = new Titration(Protocol.GITT);

    /** Ready to use. */
    public Gitt() {}

    @Override
    public Capability capability() {
        return titration.capability();
    }

    @Override
    public Values apply(Values inputs) throws InterruptedException {
        return titration.apply(inputs);
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        titration.capability().checkOutputs(outputs);
        return Pictures.of(titration.capability().completed(inputs), outputs);
    }
}
