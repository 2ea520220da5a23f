package org.busbar.plug;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.experiment.Agent;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Surrogate;

/**
 * Parts that one call of an optimizer takes off the shelves; each stays there, in use, until the call is over. Used by one
 * thread.
 */
public final class BorrowedParts implements Parts, AutoCloseable {

    private final Shelf<Surrogate> surrogates;
    private final Shelf<Acquisition> acquisitions;
    private final Map<String, Shelf.Loan<Surrogate>> learning = new LinkedHashMap<>();
    private final Map<String, Shelf.Loan<Acquisition>> weighing = new LinkedHashMap<>();
    private final Map<String, Agent> taken = new LinkedHashMap<>();

    BorrowedParts(Shelf<Surrogate> surrogates, Shelf<Acquisition> acquisitions) {
        this.surrogates = surrogates;
        this.acquisitions = acquisitions;
    }

    @Override
    public Surrogate surrogate(String id) {
        return borrowed("surrogate", id, surrogates, learning);
    }

    @Override
    public Acquisition acquisition(String id) {
        return borrowed("acquisition", id, acquisitions, weighing);
    }

    private <T> T borrowed(String kind, String id, Shelf<T> shelf, Map<String, Shelf.Loan<T>> loans) {
        Shelf.Loan<T> loan = loans.get(id);
        if (loan == null) {
            loan = shelf.borrow(id)
                    .orElseThrow(() -> new MissingPartException(
                            kind + " " + id,
                            "There is no " + kind + " " + id + ", only "
                                    + shelf.agents().keySet()));
            loans.put(id, loan);
            taken.put(kind + ":" + id, loan.agent());
        }
        return loan.plugin();
    }

    /** Those taken so far, each once, in the order in which they were taken. */
    public List<Agent> agents() {
        return List.copyOf(taken.values());
    }

    /** Gives all back. */
    @Override
    public void close() {
        learning.values().forEach(Shelf.Loan::close);
        weighing.values().forEach(Shelf.Loan::close);
        learning.clear();
        weighing.clear();
    }
}
