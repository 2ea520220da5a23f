package org.busbar.optimizers.forest;

/**
 * A proposal chosen, and why.
 *
 * @param exploration see {@link org.busbar.api.optimize.Suggestion#exploration}
 */
record Chosen(Proposal proposal, double exploration, String reason) {}
