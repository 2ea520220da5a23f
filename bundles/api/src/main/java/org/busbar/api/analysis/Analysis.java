package org.busbar.api.analysis;

import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.Values;
import org.busbar.api.chart.Chart;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns measured values into derived ones; a service with the property {@code lab.id}. Pure: the same inputs give the
 * same outputs, on any thread, and nothing else is changed.
 */
@ConsumerType
public interface Analysis {

    /** What is taken and given; the same for as long as the service is registered. */
    Capability capability();

    /**
     * Analyses one set of inputs.
     *
     * @param inputs the declared inputs, each accepted by its parameter; those with a default may be left out
     * @return exactly the declared outputs
     * @throws IllegalArgumentException if they cannot be analysed; the message says why, for people
     * @throws InterruptedException if told to stop
     */
    Values apply(Values inputs) throws InterruptedException;

    /**
     * What people expect to look at, the most important first; drawn by others. Nothing is measured or fitted here: all
     * comes from what was given and what was found.
     *
     * @param inputs what was given to {@link #apply}
     * @param outputs what it returned for these inputs
     * @return empty if there is nothing to see
     * @throws IllegalArgumentException if they do not belong to this analysis
     * @throws InterruptedException if told to stop
     */
    default List<Chart> charts(Values inputs, Values outputs) throws InterruptedException {
        return List.of();
    }
}
