package org.busbar.orchestrator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.Values;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.Step;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Suggestion;
import org.busbar.plug.BorrowedParts;
import org.busbar.plug.MissingPartException;
import org.busbar.plug.Shelf;
import org.busbar.plug.SpaceRules;
import org.jspecify.annotations.Nullable;

/** Has an optimizer choose the next point from what the loop around has observed so far. */
final class Suggesting implements Attempts.Leaf {

    private final Branch branch;
    private final Step.Suggest step;
    private final Frame frame;
    private final String path;

    Suggesting(Branch branch, Step.Suggest step, Frame frame) {
        this.branch = branch;
        this.step = step;
        this.frame = frame;
        this.path = frame.path(step.id());
    }

    Values untilDone() throws InterruptedException {
        return new Attempts(branch, step, path, Recovery.FAIL, this).untilDone();
    }

    @Override
    public Optional<Capability> capability() {
        return Optional.of(new Capability(
                step.optimizer(), List.of(), step.problem().space().parameters()));
    }

    @Override
    public Made attempt(int number, Values edits) throws InterruptedException {
        try (Shelf.Loan<Optimizer> loan =
                Lending.await(branch, path, branch.equipment().optimizers(), "optimizer", step.optimizer())) {
            Instant started = branch.begin(path, loan.agent(), Values.none(), true, number)
                    .time();
            List<Observation> observed = new ArrayList<>(step.past());
            observed.addAll(frame.observed(step.id()));
            branch.tell(path, step.optimizer() + " chooses from " + observed.size() + " observations", Duration.ZERO);
            Question question = new Question(step.problem(), observed, List.of(), 1, seed());
            return Made.of(outcome(loan, question, started), true);
        }
    }

    /** The same for the same step of the same run. */
    private long seed() {
        return (branch.run().id() + "/" + path).hashCode();
    }

    private Outcome outcome(Shelf.Loan<Optimizer> loan, Question question, Instant started)
            throws InterruptedException {
        List<Suggestion> suggested = new ArrayList<>();
        Performance call = called(loan, question, suggested);
        while (call.fault() instanceof MissingPartException missing) {
            Lending.awaitPart(branch, path, missing.part());
            call = called(loan, question, suggested);
        }
        Provenance made = new Provenance(path, loan.agent(), "suggest", Values.none(), started, Instant.now());
        String fault = fault(call.fault(), suggested);
        return fault == null
                ? new Outcome.Done(suggested.get(0).point(), made)
                : new Outcome.Failed(step.optimizer() + ": " + fault, made);
    }

    private Performance called(Shelf.Loan<Optimizer> loan, Question question, List<Suggestion> suggested)
            throws InterruptedException {
        Performance call = Performance.begin(
                () -> {
                    try (BorrowedParts parts = branch.equipment().parts().borrow()) {
                        suggested.addAll(loan.plugin().suggest(question, parts));
                    }
                    return Values.none();
                },
                () -> {},
                branch.equipment().threads());
        Lending.watch(branch, call, Duration.ZERO);
        return call;
    }

    private @Nullable String fault(@Nullable Throwable thrown, List<Suggestion> suggested) {
        if (thrown != null) {
            return thrown instanceof IllegalArgumentException ? thrown.getMessage() : thrown.toString();
        }
        if (suggested.isEmpty()) {
            return "nothing is left to suggest";
        }
        List<String> refusals =
                new SpaceRules(step.problem().space()).refusals(suggested.get(0).point());
        return refusals.isEmpty() ? null : "it suggests what cannot be: " + String.join("; ", refusals);
    }
}
