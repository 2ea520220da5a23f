package org.busbar.api.campaign;

import org.busbar.api.Values;
import org.busbar.api.experiment.Agent;

/**
 * A suggestion that was asked for once more.
 *
 * @param trial the number of the trial
 * @param then what was suggested
 * @param now what is suggested if the same is asked again
 * @param by who answered now
 * @param same whether both are equal bit for bit
 * @param remark what differs between then and now, such as the version of the optimizer; empty if nothing does
 */
public record Replay(int trial, Values then, Values now, Agent by, boolean same, String remark) {}
