package org.busbar.orchestrator;

import java.util.concurrent.Executor;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.event.Journal;
import org.busbar.api.experiment.Bar;
import org.busbar.api.inventory.Inventory;
import org.busbar.api.optimize.Optimizer;
import org.busbar.plug.PartShelves;
import org.busbar.plug.Shelf;

/**
 * What all runs share.
 *
 * @param threads for branches of runs and for calls of plug-ins
 */
record Equipment(
        Journal journal,
        Inventory inventory,
        Resources resources,
        Readings readings,
        Readying readying,
        Errands errands,
        Shelf<Analysis> analyses,
        Shelf<Optimizer> optimizers,
        PartShelves parts,
        Barring barring,
        Executor threads) {

    /** Bars a device, in the journal and at once. */
    @FunctionalInterface
    interface Barring {
        void bar(String device, Bar bar);
    }
}
