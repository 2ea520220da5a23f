package org.busbar.api.device;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.inventory.Effect;

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

    /** Tells a device to pause or to go on; called from another thread than the one that acts. */
    @FunctionalInterface
    public interface Signal {

        /** @throws Exception if the device did not do so */
        void give() throws Exception;
    }

    /** Finds out what became of an action after an outage. */
    @FunctionalInterface
    public interface Probe {

        /**
         * Asks the device, without changing anything.
         *
         * @param inputs the action was given
         * @param started when it began
         * @throws Exception if the device does not answer
         */
        Fate look(Values inputs, Instant started) throws Exception;
    }

    private static final Work NOTHING = inputs -> {
        throw new IllegalStateException("The action was declared without does(...)");
    };

    private static final Traits PLAIN = new Traits(
            inputs -> Duration.ofMinutes(1),
            false,
            false,
            NOTHING,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            (inputs, outputs) -> List.of());

    private record Traits(
            Function<Values, Duration> duration,
            boolean repeatable,
            boolean reading,
            Work work,
            Optional<Signal> pause,
            Optional<Signal> resume,
            Optional<Probe> probe,
            BiFunction<Values, Values, List<Effect>> effects) {}

    private final Capability capability;
    private final Traits traits;

    private Action(Capability capability, Traits traits) {
        this.capability = capability;
        this.traits = traits;
    }

    /** An action of that name which takes nothing, gives nothing and, so far, does nothing. */
    public static Action action(String name) {
        return new Action(new Capability(name, List.of(), List.of()), PLAIN);
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
        Traits t = traits;
        return with(new Traits(expected, t.repeatable, t.reading, t.work, t.pause, t.resume, t.probe, t.effects));
    }

    /** This action, declared harmless to do twice: after a crash the software may repeat it without asking. */
    public Action repeatable() {
        Traits t = traits;
        return with(new Traits(t.duration, true, t.reading, t.work, t.pause, t.resume, t.probe, t.effects));
    }

    /**
     * This action, declared a channel: it takes nothing, gives one value, only reads and is quick. Conditions may watch
     * it.
     */
    public Action reading() {
        Traits t = traits;
        return with(new Traits(t.duration, true, true, t.work, t.pause, t.resume, t.probe, t.effects));
    }

    /** This action, which can be paused in the middle and told to go on. */
    public Action pausing(Signal pause, Signal resume) {
        Traits t = traits;
        return with(new Traits(
                t.duration,
                t.repeatable,
                t.reading,
                t.work,
                Optional.of(pause),
                Optional.of(resume),
                t.probe,
                t.effects));
    }

    /** This action, of which the device can say after an outage what became of it. */
    public Action probed(Probe probe) {
        Traits t = traits;
        return with(new Traits(
                t.duration, t.repeatable, t.reading, t.work, t.pause, t.resume, Optional.of(probe), t.effects));
    }

    /**
     * This action, which does something to samples and stocks.
     *
     * @param effects what, by inputs and outputs; asked before the action with no outputs for what it will use up, and
     *     again when it is completed
     */
    public Action affecting(BiFunction<Values, Values, List<Effect>> effects) {
        Traits t = traits;
        return with(new Traits(t.duration, t.repeatable, t.reading, t.work, t.pause, t.resume, t.probe, effects));
    }

    /** This action, performed by {@code method}. */
    public Action does(Work method) {
        Traits t = traits;
        return with(new Traits(t.duration, t.repeatable, t.reading, method, t.pause, t.resume, t.probe, t.effects));
    }

    public String name() {
        return capability.name();
    }

    public Capability capability() {
        return capability;
    }

    /** How long the action is expected to take with these inputs. */
    public Duration expected(Values inputs) {
        return traits.duration.apply(inputs);
    }

    public boolean isRepeatable() {
        return traits.repeatable;
    }

    /** Whether it is a channel; see {@link #reading()}. */
    public boolean isReading() {
        return traits.reading;
    }

    public Optional<Signal> pause() {
        return traits.pause;
    }

    public Optional<Signal> resume() {
        return traits.resume;
    }

    public Optional<Probe> probe() {
        return traits.probe;
    }

    /**
     * What it does to samples and stocks.
     *
     * @param outputs none before it has been done
     */
    public List<Effect> effects(Values inputs, Values outputs) {
        return traits.effects.apply(inputs, outputs);
    }

    /** Performs the action in the calling thread; called by the orchestrator only. See {@link Work#perform}. */
    public Values perform(Values inputs) throws Exception {
        return traits.work.perform(inputs);
    }

    @Override
    public String toString() {
        return name();
    }

    private Action with(Capability other) {
        return new Action(other, traits);
    }

    private Action with(Traits other) {
        return new Action(capability, other);
    }

    private static List<Parameter> joined(List<Parameter> before, Parameter... more) {
        List<Parameter> all = new ArrayList<>(before);
        all.addAll(List.of(more));
        return all;
    }
}
