package org.busbar.api.lab;

import java.util.List;
import java.util.Optional;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.optimize.Observation;

/**
 * A campaign as it stands in a file, ready to begin.
 *
 * @param comparison with what its optimizer is compared; empty if with nothing
 */
public record Plan(Campaign campaign, Optional<Comparison> comparison) {

    /**
     * A table of known results on which an optimizer is compared with random search.
     *
     * @param data where the table comes from, as a sentence for people
     * @param optimizer the {@code lab.id} of the optimizer
     * @param start how many random rows each repetition begins with
     * @param table every row: a point and its outputs
     */
    public record Comparison(String data, String optimizer, int start, int repetitions, List<Observation> table) {

        public Comparison {
            table = List.copyOf(table);
        }
    }
}
