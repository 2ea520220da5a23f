package org.busbar.api.experiment;

import java.time.Instant;

/**
 * How far a run has come.
 *
 * @param step the id of the step it is at; empty before the first
 * @param detail what it does or waits for, as a sentence for people
 * @param since when that began
 */
public record Progress(Run run, Run.State state, String step, String detail, Instant since) {}
