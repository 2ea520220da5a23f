package org.busbar.optimizers.bayes;

import org.busbar.api.optimize.Outlook;

/**
 * Everything ready to weigh points.
 *
 * @param belief what was learnt, with what is awaited believed if the acquisition does not do that by itself
 * @param best the best mean expected of the first objective at a point tried that kept all limits; -Infinity if none did
 */
record Weighed(Belief belief, Outlook outlook, Judgement judgement, double best) {}
