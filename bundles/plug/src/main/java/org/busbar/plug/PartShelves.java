package org.busbar.plug;

import java.util.function.Consumer;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Surrogate;

/** The surrogates and acquisitions that are at hand. Safe for use by many threads. */
public final class PartShelves {

    private final Shelf<Surrogate> surrogates;
    private final Shelf<Acquisition> acquisitions;

    /** @param report takes down what appears, vanishes and is refused */
    public PartShelves(Consumer<LabEvent> report) {
        surrogates = new Shelf<>("surrogate", report);
        acquisitions = new Shelf<>("acquisition", report);
    }

    public void add(Surrogate surrogate, Agent agent, Object registration) {
        surrogates.add(surrogate, agent, registration);
    }

    public void add(Acquisition acquisition, Agent agent, Object registration) {
        acquisitions.add(acquisition, agent, registration);
    }

    /** Takes a surrogate away, once no call uses it. */
    public void removeSurrogate(Object registration, String id) {
        surrogates.remove(registration, id);
    }

    /** Takes an acquisition away, once no call uses it. */
    public void removeAcquisition(Object registration, String id) {
        acquisitions.remove(registration, id);
    }

    public Shelf<Surrogate> surrogates() {
        return surrogates;
    }

    public Shelf<Acquisition> acquisitions() {
        return acquisitions;
    }

    /** Parts for one call; close them when it is over. */
    public BorrowedParts borrow() {
        return new BorrowedParts(surrogates, acquisitions);
    }
}
