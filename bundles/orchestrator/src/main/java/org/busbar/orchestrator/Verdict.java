package org.busbar.orchestrator;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.experiment.SafetyStop;
import org.busbar.api.inventory.Effect;
import org.busbar.api.link.LinkException;
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
    private @Nullable Trouble trouble;

    /** Something that keeps a device from work. */
    record Trouble(Detail code, String reason) {}

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
            return refused(said);
        }
        if (fault instanceof InterruptedException) {
            return interrupted();
        }
        return fault instanceof IOException broken ? cut(broken) : crashed(Objects.requireNonNull(fault));
    }

    private Outcome refused(DeviceException no) {
        if (!no.detail().isReady()) {
            trouble = new Trouble(no.detail(), said(no));
        }
        if (no.detail() == Detail.OFFLINE && performance.hasSent()) {
            return new Outcome.Unknown(
                    bench.id() + " was lost in the middle of " + action() + ": " + said(no) + "; look what it did",
                    made());
        }
        return new Outcome.Failed(said(no), made());
    }

    private Outcome crashed(Throwable fault) {
        trouble =
                new Trouble(Detail.DRIVER, "the driver of " + bench.id() + " broke down in " + action() + ": " + fault);
        return unknown("broke down in the middle of " + action() + " (" + fault + "): look what it did");
    }

    /** Something was sent, and it is not known what came of it. */
    private Outcome cut(IOException broken) {
        LinkException.Kind kind = broken instanceof LinkException link ? link.kind() : LinkException.Kind.GARBLED;
        boolean told = performance.interruption() != null;
        if (kind == LinkException.Kind.NO_REPLY || kind == LinkException.Kind.CUT_OFF && told) {
            return silent(said(broken));
        }
        trouble = new Trouble(kind == LinkException.Kind.LOST ? Detail.OFFLINE : Detail.COMMUNICATION, said(broken));
        if (kind == LinkException.Kind.LOST) {
            return new Outcome.Unknown(
                    bench.id() + " was lost in the middle of " + action() + ": " + said(broken) + "; look what it did",
                    made());
        }
        return prospect.action().isReading()
                ? new Outcome.Failed(said(broken), made())
                : unknown("could not be understood in the middle of " + action() + " (" + said(broken)
                        + "): look what it did");
    }

    /** The device did not answer: what it does is known again once it has been stopped. */
    private Outcome silent(String why) {
        Optional<String> unsafe = bench.isGone() ? Optional.of(bench.id() + " is gone") : makeSafe();
        if (unsafe.isPresent()) {
            latch = bench.isGone() ? null : unsafe.get();
            return new Outcome.Unknown(
                    bench.id() + " did not answer in " + action() + " (" + why + "), and " + unsafe.get(), made());
        }
        return new Outcome.Stopped(
                action() + " on " + bench.id() + " was stopped, since it did not answer (" + why + "); " + bench.id()
                        + " says it is safe",
                made());
    }

    private Outcome hung() {
        latch = bench.id() + " has not come back from " + action() + " within its bound of "
                + Wording.duration(bench.stopBound()) + " after it was told to stop (HUNG)";
        makeSafe();
        return new Outcome.Unknown(latch + ", since " + performance.interruption() + ": look what it did", made());
    }

    private Outcome interrupted() {
        if (!performance.wasMade()) {
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

    /** What the action showed to be wrong with the device; empty if nothing. */
    Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
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
        return performance.hasEnded() && (!performance.wasMade() || wasNotReached());
    }

    private boolean wasNotReached() {
        return performance.fault() instanceof DeviceException no
                && no.detail() == Detail.OFFLINE
                && !performance.hasSent();
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
