package org.busbar.api.inventory;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The samples and stocks of this lab, as its journal has them. Safe for use by many threads. */
@ProviderType
public interface Inventory {

    /** Every stock, by name. */
    List<Stock> stocks();

    /** Every sample, oldest first, also those that have ended. */
    List<SampleCard> samples();

    /**
     * Says how much there is of a stock, new or known; in the journal when this returns.
     *
     * @param by who says so
     * @throws IllegalArgumentException if the unit is not of the kind it was counted in before
     */
    void supply(Stock stock, String by);

    /**
     * Enters or corrects a sample by hand: what is said is verified.
     *
     * @param by who says so
     * @throws IllegalArgumentException if it cannot be, such as a sample made twice; nothing was changed
     */
    void enter(Effect effect, String by, String reason);

    /**
     * Keeps what an action is about to use up, so that no other can begin to use it. What is kept counts as gone until
     * it is settled.
     *
     * @param step names the execution of the step, unique in the lab
     * @param effects what it will use up; effects of other kinds are passed over
     * @return why it cannot be kept, naming stock, level and need; empty if it is kept
     */
    Optional<String> reserve(String step, List<Effect> effects);

    /**
     * Takes down what the action did, in place of what was kept for it. Does not write to the journal: the effects are
     * those of the step's end, which is there already.
     *
     * @param effects what it did; none if it did nothing
     */
    void settle(String step, List<Effect> effects);

    /** The outcome of the action is unknown: what was kept counts as gone, the samples it handles as unverified. */
    void doubt(String step, List<Effect> effects);
}
