package org.busbar.orchestrator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.Capability;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Fate;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Role;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Step;
import org.jspecify.annotations.Nullable;

/** Does an action: takes the device, checks, writes down, and has it done. */
final class Acting implements Attempts.Leaf {

    private final Branch branch;
    private final Step.Act act;
    private final Frame frame;
    private final String path;
    private final Resources resources;
    private final Attempts attempts;
    private @Nullable String cancelled;
    private @Nullable Capability known; // of the action as it was done last

    Acting(Branch branch, Step.Act act, Frame frame) {
        this.branch = branch;
        this.act = act;
        this.frame = frame;
        this.path = frame.path(act.id());
        this.resources = branch.equipment().resources();
        this.attempts = new Attempts(branch, act, path, act.terms().recovery(), this);
    }

    Values untilDone() throws InterruptedException {
        return attempts.untilDone();
    }

    @Override
    public Optional<Capability> capability() {
        return Optional.ofNullable(known).or(() -> candidates(act, frame, resources).stream()
                .flatMap(bench -> bench.action(act.action()).stream())
                .map(Action::capability)
                .findFirst());
    }

    private static List<Bench> candidates(Step.Act act, Frame frame, Resources resources) {
        String device = frame.device(act.device());
        Bench named = device.isEmpty() ? null : resources.bench(device);
        return named != null ? List.of(named) : List.copyOf(resources.benches().values());
    }

    @Override
    public Made attempt(int number, Values edits) throws InterruptedException {
        Values inputs;
        try {
            branch.conditions().awaitSuspenders(branch, path, frame);
            inputs = frame.values(act.inputs(), branch.equipment().readings()).with(edits);
        } catch (IllegalArgumentException e) {
            return refused(Agent.named(act.device()), Values.none(), String.valueOf(e.getMessage()));
        }
        Map<String, String> used = frame.used();
        return used == null ? taking(inputs, number) : within(used, inputs, number);
    }

    private Made within(Map<String, String> used, Values inputs, int number) throws InterruptedException {
        String device = used.getOrDefault(act.device(), frame.device(act.device()));
        return used.containsValue(device)
                ? on(device, null, inputs, number)
                : refused(
                        Agent.named(act.device()),
                        inputs,
                        "the use around keeps " + used.values() + " only, not " + act.device() + "; nothing was done");
    }

    private Made taking(Values inputs, int number) throws InterruptedException {
        Ticket ticket = acquire(inputs);
        if (ticket == null) {
            return refused(Agent.named(act.device()), inputs, cancelled + "; nothing was done");
        }
        String device = ticket.granted().orElseThrow().get(0);
        if (frame.casting().isRole(act.device())) {
            frame.casting().cast(act.device(), device);
        }
        return on(device, ticket, inputs, number);
    }

    /** Waits for the device; null if the step was cancelled meanwhile. */
    private @Nullable Ticket acquire(Values inputs) throws InterruptedException {
        while (true) {
            Ticket ticket = ticket(inputs);
            if (!resources.tryTake(ticket) && !await(ticket)) {
                return null;
            }
            if (!branch.control().isPaused()) {
                return ticket;
            }
            resources.giveBack(ticket);
            branch.checkpoint(path);
        }
    }

    /** False if the step was cancelled while it waited. */
    private boolean await(Ticket ticket) throws InterruptedException {
        RunControl control = branch.control();
        branch.flush();
        control.startWaiting(path);
        try {
            resources.take(ticket, detail -> control.tell(path, detail));
        } catch (InterruptedException e) {
            cancelled = control.stopWaiting(path);
            if (cancelled == null || control.isEnding()) {
                throw e;
            }
            return false;
        }
        cancelled = control.stopWaiting(path);
        if (cancelled != null) {
            resources.giveBack(ticket);
            Thread.interrupted();
        }
        return cancelled == null;
    }

    private Ticket ticket(Values inputs) {
        return new Ticket(
                List.of(want(inputs)),
                Set.copyOf(act.terms().positions()),
                branch.run().askedBy(),
                branch.run().priority());
    }

    private Ticket.Want want(Values inputs) {
        String device = frame.device(act.device());
        Optional<Role> role = frame.sequence().role(act.device());
        if (!device.isEmpty() && (role.isEmpty() || !device.equals(act.device()))) {
            return Ticket.Want.named(device);
        }
        if (role.isPresent()) {
            return Suiting.want(role.get());
        }
        return Suiting.want(act.action(), inputs, resources.benches().values());
    }

    private Made on(String device, @Nullable Ticket ticket, Values inputs, int number) throws InterruptedException {
        Departure departure = new Departure(branch, act, frame, device, ticket);
        try {
            Bench bench = departure.enter();
            return checked(departure, bench, inputs, number);
        } finally {
            departure.release();
        }
    }

    private Made checked(Departure departure, Bench bench, Values inputs, int number) throws InterruptedException {
        Optional<Action> action = bench.action(act.action());
        if (action.isEmpty()) {
            return refused(
                    bench.agent(), inputs, bench.id() + " has no action " + act.action() + ", only " + bench.actions());
        }
        known = action.get().capability();
        String refusals = String.join("; ", known.refusals(inputs));
        if (!refusals.isEmpty()) {
            return refused(bench.agent(), inputs, act.action() + ": " + refusals);
        }
        Departure.Prospect prospect;
        try {
            prospect = Departure.Prospect.of(action.get(), known.completed(inputs));
        } catch (RuntimeException | LinkageError e) {
            return refused(
                    bench.agent(),
                    inputs,
                    "the driver of " + bench.id() + " cannot say what " + act.action() + " will take (" + e
                            + "); nothing was done");
        }
        Optional<String> broken = interlocked();
        if (broken.isPresent()) {
            return refused(bench.agent(), inputs, "interlock: " + broken.get() + "; nothing was done");
        }
        return departure.go(bench, prospect, number, attempts);
    }

    private Optional<String> interlocked() throws InterruptedException {
        List<Frame.Guard> interlocks = frame.interlocks();
        if (interlocks.isEmpty()) {
            return Optional.empty();
        }
        try {
            return branch.conditions().broken(interlocks);
        } catch (IllegalArgumentException e) {
            return Optional.of("it cannot be checked: " + e.getMessage());
        }
    }

    private Made refused(Agent agent, Values inputs, String reason) {
        return Made.of(Attempts.refused(path, agent, act.action(), inputs, reason), false);
    }

    @Override
    public @Nullable Settlement probe(LabEvent.StepBegun lost) {
        Bench bench = resources.bench(lost.agent().id());
        Action.Probe probe = bench == null
                ? null
                : bench.action(act.action()).flatMap(Action::probe).orElse(null);
        if (bench == null || probe == null) {
            return null;
        }
        try {
            return settlement(probe.look(lost.inputs(), lost.time()), lost);
        } catch (Exception e) { // a device that does not answer leaves the question to a person
            branch.control()
                    .tell(
                            path,
                            "the fate of " + act.action() + " is unknown, and asking " + bench.id() + " did not help: "
                                    + e);
            return null;
        }
    }

    private @Nullable Settlement settlement(Fate fate, LabEvent.StepBegun lost) {
        if (fate instanceof Fate.Completed completed) {
            return new Settlement.Happened(completed.outputs());
        }
        if (fate instanceof Fate.NotBegun) {
            return new Settlement.Repeat();
        }
        if (fate instanceof Fate.Failed failed) {
            return new Settlement.GiveUp(failed.reason());
        }
        if (fate instanceof Fate.Working) {
            branch.control().tell(path, lost.agent().id() + " says it is still at work on " + act.action());
        }
        return null;
    }
}
