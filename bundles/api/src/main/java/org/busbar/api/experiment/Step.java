package org.busbar.api.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One thing to be done in a sequence. */
public sealed interface Step {

    /** Unique in its sequence. */
    String id();

    /** Where each input comes from, by the name of the input. */
    Map<String, Input> inputs();

    /**
     * An action of a device.
     *
     * @param action the name of the action
     * @param device the {@code lab.id} of the device; empty for any free device that has the action
     */
    record Act(String id, String action, String device, Map<String, Input> inputs) implements Step {
        public Act {
            inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        }
    }

    /**
     * A calculation.
     *
     * @param analysis the {@code lab.id} of the analysis
     */
    record Analyse(String id, String analysis, Map<String, Input> inputs) implements Step {
        public Analyse {
            inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        }
    }
}
