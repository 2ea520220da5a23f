package org.busbar.api.lab;

import org.busbar.api.broker.Price;
import org.busbar.api.experiment.Sequence;

/**
 * A sequence of the lab and what it determines.
 *
 * @param quantity what a run determines; empty if it answers no requests
 * @param method how
 * @param price what a run costs and is worth
 * @param atOnce how many requests the lab takes for it at the same time; 0 if as many as there are
 */
public record Procedure(Sequence sequence, String quantity, String method, Price price, int atOnce) {}
