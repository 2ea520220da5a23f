package org.busbar.campaign;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.Values;
import org.busbar.api.experiment.Agent;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Suggestion;
import org.busbar.plug.BorrowedParts;
import org.busbar.plug.PartShelves;
import org.busbar.plug.Shelf;
import org.busbar.plug.SpaceRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the optimizers at hand; an answer that breaks a rule of the space is never used. Safe for use by many threads. */
final class Adviser {

    private static final Logger LOG = LoggerFactory.getLogger(Adviser.class);

    private final Shelf<Optimizer> optimizers;
    private final PartShelves parts;

    /** What is wanted of an optimizer besides suggestions. */
    @FunctionalInterface
    interface Consultation<T> {
        T with(Optimizer optimizer, Parts parts) throws InterruptedException;
    }

    Adviser(Shelf<Optimizer> optimizers, PartShelves parts) {
        this.optimizers = optimizers;
        this.parts = parts;
    }

    /** The {@code lab.id}s of the optimizers at hand. */
    Set<String> atHand() {
        return optimizers.agents().keySet();
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
            return new Advice.Trouble(
                    Agent.named(optimizer), "waits for the optimizer " + optimizer + ": no plug-in brings it");
        }
        try (Shelf.Loan<Optimizer> lent = loan.get();
                BorrowedParts borrowed = parts.borrow()) {
            return ask(lent, question, borrowed);
        }
    }

    private static Advice ask(Shelf.Loan<Optimizer> lent, Question question, BorrowedParts borrowed)
            throws InterruptedException {
        String who = lent.agent().id();
        try {
            List<Suggestion> suggestions = lent.plugin().suggest(question, borrowed);
            SpaceRules rules = new SpaceRules(question.problem().space());
            suggestions.forEach(suggestion -> rules.check(suggestion.point()));
            return suggestions.isEmpty()
                    ? new Advice.Nothing(lent.agent())
                    : new Advice.Point(suggestions.get(0), lent.agent(), borrowed.agents());
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("Optimizer {} failed", who, e);
            return new Advice.Trouble(
                    lent.agent(),
                    "waits: the optimizer " + who + " says " + e.getMessage() + "; swap to another one or mend it");
        }
    }

    /**
     * Has an optimizer look at a problem, if it is at hand.
     *
     * @throws IllegalArgumentException if it cannot handle the problem or a setting
     */
    void check(String optimizer, Problem problem, Values settings) {
        if (atHand().contains(optimizer)) {
            try {
                consult(optimizer, (plugin, borrowed) -> {
                    plugin.check(problem, settings, borrowed);
                    return optimizer;
                });
            } catch (InterruptedException e) { // a check does not block, so the word is for those who called
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Has an optimizer at hand say something else than what to try.
     *
     * @throws IllegalArgumentException if it is not at hand, or cannot
     */
    <T> T consult(String optimizer, Consultation<T> wanted) throws InterruptedException {
        try (Shelf.Loan<Optimizer> lent = optimizers
                        .borrow(optimizer)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "There is no optimizer " + optimizer + ", only " + atHand()));
                BorrowedParts borrowed = parts.borrow()) {
            return wanted.with(lent.plugin(), borrowed);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("Optimizer {} failed", optimizer, e);
            throw new IllegalArgumentException("The optimizer " + optimizer + " failed: " + e, e);
        }
    }
}
