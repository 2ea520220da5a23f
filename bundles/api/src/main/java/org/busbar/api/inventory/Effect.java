package org.busbar.api.inventory;

import java.util.List;
import org.busbar.api.Quantity;

/** What an action does to samples and stocks. */
public sealed interface Effect {

    /** So much of a stock is gone. */
    record Used(String stock, Quantity amount) implements Effect {}

    /**
     * There is a new sample.
     *
     * @param parents the samples it was made of; empty if of stocks only
     * @param amount how much of it there is
     * @param position where it is; empty if not known
     */
    record Made(String sample, List<String> parents, Quantity amount, String position) implements Effect {
        public Made {
            parents = List.copyOf(parents);
        }
    }

    /** A sample is somewhere else now. */
    record Moved(String sample, String position) implements Effect {}

    /** So much of a sample is gone. */
    record Drawn(String sample, Quantity amount) implements Effect {}

    /** There is no such sample any more: thrown away, or become part of others. */
    record Ended(String sample) implements Effect {}
}
