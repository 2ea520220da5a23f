package org.busbar.campaign;

import java.util.List;
import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.Values;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Question;
import org.busbar.plug.Shelf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the optimizers at hand; an answer outside the space is never used. Safe for use by many threads. */
final class Adviser {

    private static final Logger LOG = LoggerFactory.getLogger(Adviser.class);

    private final Shelf<Optimizer> optimizers;

    Adviser(Shelf<Optimizer> optimizers) {
        this.optimizers = optimizers;
    }

    /**
     * Asks for one point; may take as long as the optimizer does.
     *
     * @param optimizer its {@code lab.id}
     * @throws InterruptedException if told to stop
     */
    Advice ask(String optimizer, Question question) throws InterruptedException {
        Optional<Shelf.Loan<Optimizer>> loan = optimizers.borrow(optimizer);
        if (loan.isEmpty()) {
            return new Advice.Trouble("waits for the optimizer " + optimizer + ": no plug-in brings it");
        }
        try (Shelf.Loan<Optimizer> lent = loan.get()) {
            return ask(lent, question);
        }
    }

    private static Advice ask(Shelf.Loan<Optimizer> lent, Question question) throws InterruptedException {
        String who = lent.agent().id();
        try {
            List<Values> points = lent.plugin().suggest(question);
            Capability suggestion =
                    new Capability("suggestion", question.problem().space().parameters(), List.of());
            points.forEach(suggestion::check);
            return points.isEmpty() ? new Advice.Nothing(who) : new Advice.Point(points.get(0), lent.agent());
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("Optimizer {} failed", who, e);
            return new Advice.Trouble(
                    "waits: the optimizer " + who + " says " + e.getMessage() + "; swap to another one or mend it");
        }
    }
}
