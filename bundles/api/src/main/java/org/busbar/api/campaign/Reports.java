package org.busbar.api.campaign;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells what came of a campaign, for people; computed from the journal each time, also while the campaign runs. Safe for
 * use by many threads.
 *
 * <p>A study, where one is given, should be a replay on the same problem: its expectations are drawn beside the
 * campaign's own measurements, and its values are taken to be in the unit of the campaign's best result.
 */
@ProviderType
public interface Reports {

    /**
     * One self-contained HTML document, about 1 MB: facts, plots and the table of all trials. It loads nothing, so it
     * can be kept, sent and opened without a network.
     *
     * @param campaign the id of the campaign
     * @param study how much faster than random the optimizer is; empty if that is not known
     * @throws IllegalArgumentException if there is no such campaign
     */
    String html(String campaign, Optional<Study> study);

    /**
     * The headline numbers as lines of text for a terminal: state, best result, acceleration, time per kind of step.
     *
     * @param campaign the id of the campaign
     * @param study how much faster than random the optimizer is; empty if that is not known
     * @throws IllegalArgumentException if there is no such campaign
     */
    List<String> summary(String campaign, Optional<Study> study);
}
