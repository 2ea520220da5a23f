package org.busbar.api.lab;

import org.busbar.api.experiment.Sequence;

/**
 * A sequence of the lab and what it determines.
 *
 * @param quantity what a run determines; empty if it answers no requests
 * @param method how
 */
public record Procedure(Sequence sequence, String quantity, String method) {}
