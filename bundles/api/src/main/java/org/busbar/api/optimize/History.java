package org.busbar.api.optimize;

import java.util.List;

/**
 * What is known of something similar: an earlier campaign, a table. An optimizer may learn from it, and must not trust
 * it: its values need not be those of this problem.
 *
 * @param name what people call it
 * @param campaign the id of the campaign of this lab it comes from; empty if from elsewhere
 * @param observed points of the same parameters, which may lie outside of the space, and the same outputs
 */
public record History(String name, String campaign, List<Observation> observed) {

    public History {
        observed = List.copyOf(observed);
    }
}
