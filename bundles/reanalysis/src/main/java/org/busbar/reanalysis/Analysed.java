package org.busbar.reanalysis;

import org.busbar.api.Values;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Step;

/**
 * An analysis that was done.
 *
 * @param path of the step in its run
 * @param level where the step stands
 * @param inputs as they were given, defaults included
 */
record Analysed(String path, Step.Analyse step, Level level, Agent agent, Values inputs, Values outputs) {}
