package org.busbar.distribution.tests.nodevice;

import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.osgi.service.component.annotations.Component;

/** An analysis in the place of a driver. */
@Component
@LabId("nothing")
public final class Nothing implements Analysis {

    @Override
    public Capability capability() {
        return new Capability("nothing", java.util.List.of(), java.util.List.of());
    }

    @Override
    public Values apply(Values inputs) {
        return inputs;
    }
}
