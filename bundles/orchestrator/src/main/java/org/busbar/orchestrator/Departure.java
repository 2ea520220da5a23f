package org.busbar.orchestrator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Bar;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Step;
import org.busbar.api.inventory.Effect;
import org.busbar.api.inventory.Inventory;
import org.jspecify.annotations.Nullable;

/** One time that a device is set to work: from the entry in the journal until it is known what came of it. */
final class Departure {

    /** How often interlocks are looked at. */
    private static final Duration WATCH = Duration.ofMillis(250);

    /** What lasts no longer is not overdue. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private static final Duration FOR_EVER = Duration.ofDays(365);

    /** What an action will take. */
    record Prospect(Action action, Values inputs, Duration expected, List<Effect> effects) {

        /** Asks the driver; whatever it throws is thrown on. */
        static Prospect of(Action action, Values inputs) {
            return new Prospect(action, inputs, action.expected(inputs), action.effects(inputs, Values.none()));
        }
    }

    private final Branch branch;
    private final Step.Act act;
    private final Frame frame;
    private final String path;
    private final String device;
    private final @Nullable Ticket ticket;
    private final Resources resources;
    private boolean entered;
    private boolean leftAlone;

    /** @param ticket what was taken for this action only; null within a use */
    Departure(Branch branch, Step.Act act, Frame frame, String device, @Nullable Ticket ticket) {
        this.branch = branch;
        this.act = act;
        this.frame = frame;
        this.path = frame.path(act.id());
        this.device = device;
        this.ticket = ticket;
        this.resources = branch.equipment().resources();
    }

    Bench enter() throws InterruptedException {
        Bench bench = resources.enter(
                device, branch.run().askedBy(), detail -> branch.control().tell(path, detail));
        entered = true;
        return bench;
    }

    /** Gives back what was taken, unless the device was left at work: then that is done when it ends. */
    void release() {
        if (!leftAlone) {
            giveBack();
        }
    }

    private void giveBack() {
        if (entered) {
            resources.leave(device);
        }
        if (ticket != null) {
            resources.giveBack(ticket);
        }
    }

    /** Sets the device to work, if what it will use up is there, and waits until it is known what came of it. */
    Made go(Bench bench, Prospect prospect, int number, Attempts attempts) throws InterruptedException {
        if (!bench.enter(act.action() + " (step " + path + ")")) {
            return Made.untouched(refused(bench, prospect, device + " was taken away; nothing was done"));
        }
        Optional<String> shortfall = inventory().reserve(branch.key(path), prospect.effects());
        if (shortfall.isPresent()) {
            bench.leave();
            return Made.of(refused(bench, prospect, shortfall.get() + "; nothing was done"), false);
        }
        LabEvent.StepBegun begun = begin(bench, prospect, number);
        attempts.begun(begun);
        branch.tell(path, act.action() + " on " + device, prospect.expected());
        Errands errands = branch.equipment().errands();
        Errands.Desk desk =
                new Errands.Desk(branch.questions(), path, prospect.action().capability());
        errands.open(device, desk);
        Performance performance = bench.start(() -> prospect.action().perform(prospect.inputs()));
        Flight flight = new Flight(path, prospect.action(), performance, Thread.currentThread());
        Verdict verdict = new Verdict(bench, path, prospect, begun.time(), performance);
        branch.control().depart(flight);
        try {
            watch(bench, flight, prospect, verdict);
            return concluded(bench, flight, prospect, verdict);
        } finally {
            branch.control().land(flight);
            errands.close(device, desk);
        }
    }

    private Outcome refused(Bench bench, Prospect prospect, String reason) {
        return Attempts.refused(path, bench.agent(), act.action(), prospect.inputs(), reason);
    }

    private Inventory inventory() {
        return branch.equipment().inventory();
    }

    /** Writes down what is about to be done; if even that cannot be said, the device is free again. */
    private LabEvent.StepBegun begin(Bench bench, Prospect prospect, int number) {
        try {
            return branch.begin(
                    path,
                    bench.agent(),
                    prospect.inputs(),
                    prospect.action().isRepeatable(),
                    number,
                    prospect.effects());
        } catch (RuntimeException e) {
            bench.leave();
            inventory().settle(branch.key(path), List.of());
            throw e;
        }
    }

    private void watch(Bench bench, Flight flight, Prospect prospect, Verdict verdict) throws InterruptedException {
        Duration timeout = timeout(prospect.expected());
        Duration overdue = overdue(prospect.expected());
        boolean remarked = overdue.compareTo(timeout) >= 0;
        List<Frame.Guard> interlocks = frame.interlocks();
        long start = System.nanoTime();
        while (!await(flight, interlocks.isEmpty() ? left(flight, start, remarked ? timeout : overdue) : WATCH)) {
            if (!remarked && lasted(flight, start).compareTo(overdue) >= 0) {
                remarked = true;
                remark(bench, prospect, timeout);
            }
            if (branch.control().mode() == RunControl.Mode.HALT
                    && !branch.control().isSuspended()) {
                leaveAlone(flight, verdict);
            }
            String why = stop(bench, flight, start, timeout, interlocks);
            if (why != null) {
                flight.performance().interrupt(why);
                flight.performance().awaitStop(bench.stopBound());
                return;
            }
        }
    }

    private static Duration overdue(Duration expected) {
        Duration longer = expected.multipliedBy(3).dividedBy(2);
        return longer.compareTo(SHORT) > 0 ? longer : SHORT;
    }

    /** Says that it takes longer than it should; it goes on. */
    private void remark(Bench bench, Prospect prospect, Duration timeout) {
        String text = act.action() + " on " + device + " is overdue: it was to last "
                + Wording.duration(prospect.expected()) + ", and is stopped after " + Wording.duration(timeout);
        branch.control().remark(path, text);
        bench.remark(text);
    }

    /** How long it has been at work, pauses left out. */
    private static Duration lasted(Flight flight, long start) {
        return Duration.ofNanos(System.nanoTime() - start).minus(flight.pausedFor());
    }

    private static Duration left(Flight flight, long start, Duration timeout) {
        Duration left = timeout.minus(lasted(flight, start));
        return left.isNegative() ? Duration.ofMillis(1) : left;
    }

    /** True if it has ended; false if something else was said or the time is over. */
    private static boolean await(Flight flight, Duration patience) {
        try {
            return flight.performance().await(patience);
        } catch (InterruptedException e) {
            return flight.performance().hasEnded(); // it was a call to look what was said
        }
    }

    private Duration timeout(Duration expected) {
        Duration told = act.terms().timeout();
        if (!told.isZero()) {
            return told;
        }
        Duration thrice = expected.multipliedBy(3);
        Duration longer = expected.plusSeconds(60);
        return thrice.compareTo(longer) > 0 ? thrice : longer;
    }

    /** Why the action is to be stopped; null if it may go on. */
    private @Nullable String stop(
            Bench bench, Flight flight, long start, Duration timeout, List<Frame.Guard> interlocks)
            throws InterruptedException {
        if (branch.control().isInterrupting()) {
            return branch.control().isSuspended()
                    ? "the server stops"
                    : branch.control().reason();
        }
        if (flight.aborted() != null) {
            return "aborted by " + Orders.told(flight.aborted());
        }
        if (flight.isSetBack()) {
            return "stopped by a pause, to be done again";
        }
        if (lasted(flight, start).compareTo(timeout) >= 0) {
            return "it had not finished within " + Wording.duration(timeout);
        }
        Optional<String> broken = branch.conditions().brokenMeanwhile(interlocks, bench.id());
        broken.ifPresent(this::interlocked);
        return broken.map(why -> "interlock: " + why).orElse(null);
    }

    private void interlocked(String why) {
        branch.bar(device, Bar.Kind.STOPPED, "an interlock broke during " + act.action() + ": " + why);
        branch.control().tell(RunControl.Mode.ABORT, "an interlock broke: " + why);
    }

    /** What the action showed of the device itself. */
    private void tell(Bench bench, Verdict verdict, Outcome outcome) {
        if (outcome instanceof Outcome.Done) {
            bench.readiness().prove();
        }
        verdict.trouble()
                .filter(trouble -> !bench.isGone())
                .ifPresent(trouble -> branch.equipment().readying().fail(bench, trouble.code(), trouble.reason()));
    }

    private Made concluded(Bench bench, Flight flight, Prospect prospect, Verdict verdict) {
        Outcome outcome = verdict.outcome();
        verdict.latch().ifPresent(why -> branch.bar(device, Bar.Kind.STOPPED, why));
        tell(bench, verdict, outcome);
        List<Effect> effects = accounted(verdict, outcome);
        boolean repeatable = prospect.action().isRepeatable();
        if (flight.isSetBack() && repeatable && !verdict.isHung()) {
            return new Made(outcome, effects, true, true, false);
        }
        return new Made(outcome, effects, repeatable, verdict.isUntouched(), verdict.isSafetyStopped());
    }

    /** What it did to samples and stocks, which is in the books when this returns. */
    private List<Effect> accounted(Verdict verdict, Outcome outcome) {
        List<Effect> effects = verdict.effects(outcome);
        if (outcome instanceof Outcome.Unknown) {
            inventory().doubt(branch.key(path), effects);
        } else {
            inventory().settle(branch.key(path), effects);
        }
        return effects;
    }

    /** The run is halted: nobody waits, and what comes of the action is written down when it ends. */
    private void leaveAlone(Flight flight, Verdict verdict) throws InterruptedException {
        leftAlone = true;
        branch.bar(device, Bar.Kind.UNVERIFIED, branch.control().reason() + ", in the middle of " + act.action());
        Branch tracker = branch.fork();
        branch.equipment().threads().execute(() -> {
            flight.performance().awaitStop(FOR_EVER);
            Outcome outcome = verdict.outcome();
            tracker.end(path, new Made(outcome, accounted(verdict, outcome), false, false, false));
            tracker.flush();
            giveBack();
        });
        throw new InterruptedException("The run was halted");
    }
}
