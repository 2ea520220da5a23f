package org.busbar.api.experiment;

import java.time.Instant;
import org.busbar.api.Values;

/**
 * Who made something, out of what, and when.
 *
 * @param agent the plug-in that did it
 * @param capability what was asked of it
 * @param ended not before {@code started}
 */
public record Provenance(String step, Agent agent, String capability, Values inputs, Instant started, Instant ended) {}
