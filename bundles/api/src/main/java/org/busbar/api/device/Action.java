package org.busbar.api.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Values;

/**
 * One thing a device can do: a {@link Capability} and the method that performs it. Immutable; every method gives a new
 * action.
 *
 * <pre>{@code
 * action("dispense").takes(volume).gives(dispensed).lasting(this::duration).does(this::dispense)
 * }</pre>
 */
public final class Action {

    /** Performs an action with inputs that were checked before. */
    @FunctionalInterface
    public interface Work {

        /**
         * Does it and returns when it is physically complete.
         *
         * @param inputs exactly the declared inputs, each accepted by its parameter
         * @return exactly the declared outputs
         * @throws DeviceException if the device said no and its state is known
         * @throws InterruptedException if told to stop; the hardware has first been brought to a safe state
         * @throws Exception anything else, which means that the outcome is unknown
         */
        Values perform(Values inputs) throws Exception;
    }

    private static final Work NOTHING = inputs -> {
        throw new IllegalStateException("The action was declared without does(...)");
    };

    private final Capability capability;
    private final Function<Values, Duration> duration;
    private final boolean repeatable;
    private final Work work;

    private Action(Capability capability, Function<Values, Duration> duration, boolean repeatable, Work work) {
        this.capability = capability;
        this.duration = duration;
        this.repeatable = repeatable;
        this.work = work;
    }

    /** An action of that name which takes nothing, gives nothing and, so far, does nothing. */
    public static Action action(String name) {
        return new Action(new Capability(name, List.of(), List.of()), inputs -> Duration.ofMinutes(1), false, NOTHING);
    }

    /** This action with further inputs. */
    public Action takes(Parameter... inputs) {
        return with(new Capability(name(), joined(capability.inputs(), inputs), capability.outputs()));
    }

    /** This action with further outputs. */
    public Action gives(Parameter... outputs) {
        return with(new Capability(name(), capability.inputs(), joined(capability.outputs(), outputs)));
    }

    /** This action, expected to last as long as {@code expected} says for given inputs; 1 minute if never said. */
    public Action lasting(Function<Values, Duration> expected) {
        return new Action(capability, expected, repeatable, work);
    }

    /** This action, declared harmless to do twice: after a crash the software may repeat it without asking. */
    public Action repeatable() {
        return new Action(capability, duration, true, work);
    }

    /** This action, performed by {@code method}. */
    public Action does(Work method) {
        return new Action(capability, duration, repeatable, method);
    }

    public String name() {
        return capability.name();
    }

    public Capability capability() {
        return capability;
    }

    /** How long the action is expected to take with these inputs. */
    public Duration expected(Values inputs) {
        return duration.apply(inputs);
    }

    public boolean isRepeatable() {
        return repeatable;
    }

    /** Performs the action in the calling thread; called by the orchestrator only. See {@link Work#perform}. */
    public Values perform(Values inputs) throws Exception {
        return work.perform(inputs);
    }

    @Override
    public String toString() {
        return name();
    }

    private Action with(Capability other) {
        return new Action(other, duration, repeatable, work);
    }

    private static List<Parameter> joined(List<Parameter> before, Parameter... more) {
        List<Parameter> all = new ArrayList<>(before);
        all.addAll(List.of(more));
        return all;
    }
}
