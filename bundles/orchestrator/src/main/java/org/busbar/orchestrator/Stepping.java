package org.busbar.orchestrator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.busbar.api.Capability;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.device.Action;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.experiment.SafetyStop;
import org.busbar.api.experiment.Step;
import org.busbar.plug.Shelf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one step: finds who does it, writes down that it begins, and says what came of it. */
final class Stepping {

    private static final Logger LOG = LoggerFactory.getLogger(Stepping.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Workshop workshop;
    private final Shelf<Analysis> analyses;

    /** What came of a step, and whether it may be done again without asking. */
    record Attempt(Outcome outcome, boolean repeatable) {}

    Stepping(Workshop workshop, Shelf<Analysis> analyses) {
        this.workshop = workshop;
        this.analyses = analyses;
    }

    /** What a step asks of whom it names; empty if that is not at hand. */
    Optional<Capability> capability(Step step) {
        if (step instanceof Step.Act act) {
            return workshop.benches().values().stream()
                    .filter(bench ->
                            act.device().isEmpty() || bench.agent().id().equals(act.device()))
                    .flatMap(bench -> bench.action(act.action()).stream())
                    .map(Action::capability)
                    .findFirst();
        }
        return analyses.borrow(((Step.Analyse) step).analysis()).map(loan -> {
            try (loan) {
                return loan.plugin().capability();
            }
        });
    }

    /**
     * Does the step, waiting for whoever is to do it.
     *
     * @param execution is told what is done or waited for, and writes down that it begins
     * @throws InterruptedException if interrupted before anything was done that cannot be done again
     */
    Attempt attempt(RunExecution execution, Step step, Wiring wiring) throws InterruptedException {
        Values inputs = wiring.values(step.inputs());
        return step instanceof Step.Act act
                ? act(execution, act, inputs)
                : analyse(execution, (Step.Analyse) step, inputs);
    }

    private Attempt act(RunExecution execution, Step.Act act, Values inputs) throws InterruptedException {
        Bench bench = workshop.take(act, detail -> execution.tell(act.id(), detail));
        try {
            return act(execution, act, inputs, bench);
        } finally {
            workshop.giveBack(bench);
        }
    }

    private static Attempt act(RunExecution execution, Step.Act act, Values inputs, Bench bench)
            throws InterruptedException {
        Agent agent = bench.agent();
        Optional<Action> action = bench.action(act.action());
        if (action.isEmpty()) {
            String reason = agent.id() + " has no action " + act.action() + ", only " + bench.actions();
            return refused(act.id(), agent, act.action(), inputs, reason);
        }
        String refusals = String.join("; ", action.get().capability().refusals(inputs));
        if (!refusals.isEmpty()) {
            return refused(act.id(), agent, act.action(), inputs, act.action() + ": " + refusals);
        }
        execution.tell(act.id(), act.action() + " on " + agent.id());
        execution.begin(act, agent, inputs, action.get().isRepeatable());
        Outcome outcome = bench.perform(act.id(), action.get(), inputs);
        if (outcome instanceof Outcome.Unknown && !bench.isGone()) {
            makeSafe(bench);
        }
        return new Attempt(outcome, action.get().isRepeatable());
    }

    /** What was cut short may still pump or heat; a driver that is being taken away makes itself safe. */
    private static void makeSafe(Bench bench) {
        for (SafetyStop answer : SafetyRound.through(List.of(bench))) {
            if (!answer.confirmed()) {
                LOG.warn("After an action of unknown outcome: {}", answer.detail());
            }
        }
    }

    private Attempt analyse(RunExecution execution, Step.Analyse step, Values inputs) throws InterruptedException {
        try (Shelf.Loan<Analysis> loan = await(step.analysis(), detail -> execution.tell(step.id(), detail))) {
            String refusals = String.join("; ", loan.plugin().capability().refusals(inputs));
            if (!refusals.isEmpty()) {
                return refused(step.id(), loan.agent(), step.analysis(), inputs, step.analysis() + ": " + refusals);
            }
            execution.tell(step.id(), step.analysis());
            execution.begin(step, loan.agent(), inputs, true);
            return new Attempt(apply(step, loan, inputs), true);
        }
    }

    private Shelf.Loan<Analysis> await(String id, Consumer<String> tell) throws InterruptedException {
        Optional<Shelf.Loan<Analysis>> loan = analyses.borrow(id);
        while (loan.isEmpty()) {
            tell.accept("waits for the analysis " + id + ": no plug-in brings it");
            analyses.awaitChange(LOOK_AGAIN);
            loan = analyses.borrow(id);
        }
        return loan.get();
    }

    private static Outcome apply(Step.Analyse step, Shelf.Loan<Analysis> loan, Values inputs)
            throws InterruptedException {
        Instant started = Instant.now();
        String capability = loan.plugin().capability().name();
        try {
            Values outputs = loan.plugin().apply(inputs);
            loan.plugin().capability().checkOutputs(outputs);
            return new Outcome.Done(outputs, made(step.id(), loan.agent(), capability, inputs, started));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            String reason = e instanceof IllegalArgumentException ? String.valueOf(e.getMessage()) : e.toString();
            return new Outcome.Failed(
                    step.analysis() + ": " + reason, made(step.id(), loan.agent(), capability, inputs, started));
        }
    }

    /** The outcome of a step that had begun when the server was stopped. */
    Outcome lost(LabEvent.StepBegun begun) {
        return new Outcome.Unknown(
                "The server stopped while " + begun.agent().id() + " was at work on step " + begun.step()
                        + ": look what it did",
                made(begun.step(), begun.agent(), begun.step(), begun.inputs(), begun.time()));
    }

    private static Attempt refused(String step, Agent agent, String capability, Values inputs, String reason) {
        return new Attempt(new Outcome.Failed(reason, made(step, agent, capability, inputs, Instant.now())), false);
    }

    private static Provenance made(String step, Agent agent, String capability, Values inputs, Instant started) {
        return new Provenance(step, agent, capability, inputs, started, Instant.now());
    }
}
