package org.busbar.optimizers.search.space;

import org.busbar.api.Values;

/**
 * A point that may be tried next.
 *
 * @param row the encoded point; not changed by anybody
 * @param worth as the acquisition has it; negative infinity where that is no number
 */
public record Candidate(double[] row, Values point, double worth) {}
