package org.busbar.orchestrator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.device.DeviceException;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.experiment.SafetyStop;
import org.busbar.api.inventory.Effect;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what came of an action from how its call ended. */
final class Verdict {

    static final String SAFETY = "safety-stop";

    private static final Logger LOG = LoggerFactory.getLogger(Verdict.class);

    private final Bench bench;
    private final String path;
    private final Departure.Prospect prospect;
    private final Instant started;
    private final Performance performance;
    private @Nullable String latch;

    Verdict(Bench bench, String path, Departure.Prospect prospect, Instant started, Performance performance) {
        this.bench = bench;
        this.path = path;
        this.prospect = prospect;
        this.started = started;
        this.performance = performance;
    }

    /** Has the device make itself safe where that is called for. */
    Outcome outcome() {
        if (!performance.hasEnded()) {
            return hung();
        }
        Values outputs = performance.outputs();
        if (outputs != null) {
            return checked(outputs);
        }
        Throwable fault = performance.fault();
        if (fault instanceof DeviceException said) {
            return new Outcome.Failed(said(said), made());
        }
        if (fault instanceof InterruptedException) {
            return interrupted();
        }
        return unknown("broke down in the middle of " + action() + " (" + fault + "): look what it did");
    }

    private Outcome hung() {
        latch = bench.id() + " has not come back from " + action() + " within its bound of "
                + Wording.duration(bench.stopBound()) + " after it was told to stop (HUNG)";
        makeSafe();
        return new Outcome.Unknown(latch + ", since " + performance.interruption() + ": look what it did", made());
    }

    private Outcome interrupted() {
        if (isUntouched()) {
            return new Outcome.Failed(
                    bench.id() + " was told to stop before " + action() + " began, since " + performance.interruption()
                            + "; nothing was done",
                    made());
        }
        String why = performance.interruption();
        if (why == null || bench.isGone()) {
            return unknown("was stopped in the middle of " + action() + ": look what it did");
        }
        Optional<String> unsafe = makeSafe();
        if (unsafe.isPresent()) {
            latch = unsafe.get();
            return new Outcome.Unknown(
                    bench.id() + " was stopped in the middle of " + action() + ", since " + why + ", and " + latch,
                    made());
        }
        return new Outcome.Stopped(
                action() + " on " + bench.id() + " was stopped, since " + why + "; " + bench.id() + " says it is safe",
                made());
    }

    private Outcome unknown(String what) {
        if (!bench.isGone()) {
            latch = makeSafe().orElse(null);
        }
        return new Outcome.Unknown(bench.id() + " " + what, made());
    }

    /** Why it is not safe; empty if it says it is. A driver that is being taken away makes itself safe. */
    private Optional<String> makeSafe() {
        SafetyStop answer = SafetyRound.through(List.of(bench)).get(0);
        return answer.confirmed() ? Optional.empty() : Optional.of(answer.detail());
    }

    private Outcome checked(Values outputs) {
        try {
            prospect.action().capability().checkOutputs(outputs);
            return new Outcome.Done(outputs, made());
        } catch (IllegalArgumentException | NullPointerException e) {
            return new Outcome.Failed(
                    bench.id() + " completed " + action() + " but its driver gave what it does not declare: " + said(e),
                    made());
        }
    }

    /** What it did to samples and stocks; of an action that was cut short, what it was to use up. */
    List<Effect> effects(Outcome outcome) {
        if (outcome instanceof Outcome.Failed) {
            return List.of();
        }
        if (!(outcome instanceof Outcome.Done done)) {
            return prospect.effects();
        }
        try {
            return prospect.action().effects(prospect.inputs(), done.outputs());
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} cannot say what {} did to samples and stocks; counted as foreseen", bench.id(), action(), e);
            return prospect.effects();
        }
    }

    /** Why the device is to be given no more work; empty if it may be. */
    Optional<String> latch() {
        return Optional.ofNullable(latch);
    }

    boolean isHung() {
        return !performance.hasEnded();
    }

    /** Whether it was told to stop before the call was made. */
    boolean isUntouched() {
        return performance.hasEnded() && !performance.wasMade();
    }

    boolean isSafetyStopped() {
        String why = performance.interruption();
        return why != null && why.startsWith(SAFETY);
    }

    private String action() {
        return prospect.action().name();
    }

    private Provenance made() {
        Agent agent = bench.agent();
        return new Provenance(path, agent, action(), prospect.inputs(), started, Instant.now());
    }

    private static String said(Exception e) {
        String message = e.getMessage();
        return message == null ? e.toString() : message;
    }
}
