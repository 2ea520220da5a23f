package org.busbar.orchestrator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.experiment.Step;
import org.busbar.plug.Shelf;
import org.jspecify.annotations.Nullable;

/** Does a calculation with whatever version of the analysis is at hand. */
final class Analysing implements Attempts.Leaf {

    private final Branch branch;
    private final Step.Analyse step;
    private final Frame frame;
    private final String path;

    Analysing(Branch branch, Step.Analyse step, Frame frame) {
        this.branch = branch;
        this.step = step;
        this.frame = frame;
        this.path = frame.path(step.id());
    }

    Values untilDone() throws InterruptedException {
        return new Attempts(branch, step, path, step.terms().recovery(), this).untilDone();
    }

    @Override
    public Optional<Capability> capability() {
        return branch.equipment().analyses().borrow(step.analysis()).map(loan -> {
            try (loan) {
                return loan.plugin().capability();
            }
        });
    }

    @Override
    public Made attempt(int number, Values edits) throws InterruptedException {
        try (Shelf.Loan<Analysis> loan =
                Lending.await(branch, path, branch.equipment().analyses(), "analysis", step.analysis())) {
            Values inputs;
            try {
                Capability capability = loan.plugin().capability();
                inputs = capability.completed(
                        frame.values(step.inputs(), branch.equipment().readings())
                                .with(edits));
                capability.check(inputs);
            } catch (IllegalArgumentException e) {
                return Made.of(
                        Attempts.refused(
                                path, loan.agent(), step.analysis(), Values.none(), String.valueOf(e.getMessage())),
                        false);
            }
            Instant started =
                    branch.begin(path, loan.agent(), inputs, true, number).time();
            branch.tell(path, step.analysis(), Duration.ZERO);
            return Made.of(outcome(loan, inputs, started), true);
        }
    }

    private Outcome outcome(Shelf.Loan<Analysis> loan, Values inputs, Instant started) throws InterruptedException {
        Performance call = Performance.begin(
                () -> loan.plugin().apply(inputs), () -> {}, branch.equipment().threads());
        String late = Lending.watch(branch, call, step.terms().timeout());
        Provenance made = made(loan.agent(), loan, inputs, started);
        if (late != null) {
            return new Outcome.Failed(step.analysis() + ": " + late, made);
        }
        Values outputs = call.outputs();
        return outputs == null ? failed(call.fault(), made) : checked(loan, outputs, made);
    }

    private Outcome checked(Shelf.Loan<Analysis> loan, Values outputs, Provenance made) {
        try {
            loan.plugin().capability().checkOutputs(outputs);
            return new Outcome.Done(outputs, made);
        } catch (IllegalArgumentException e) {
            return failed(e, made);
        }
    }

    private Outcome failed(@Nullable Throwable fault, Provenance made) {
        String reason = fault instanceof IllegalArgumentException ? fault.getMessage() : String.valueOf(fault);
        return new Outcome.Failed(step.analysis() + ": " + reason, made);
    }

    private Provenance made(Agent agent, Shelf.Loan<Analysis> loan, Values inputs, Instant started) {
        return new Provenance(path, agent, loan.plugin().capability().name(), inputs, started, Instant.now());
    }
}
