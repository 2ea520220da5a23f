package org.busbar.drivers.described;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.drivers.described.yaml.Entry;

/** What the names in the steps of one action mean, or in those of {@code identity}, {@code safe} and the like. */
public final class Scope {

    /** Waits for a while. */
    @FunctionalInterface
    interface Waiting {
        void pass(Duration time) throws InterruptedException;
    }

    private final Map<String, Field> inputs;
    private final Map<String, Field> outputs;
    private final boolean urgent;
    private final Refusals refusals;
    private final Waiting waiting;
    private final Set<String> read;
    private final boolean looking;

    Scope(Map<String, Field> inputs, Map<String, Field> outputs, boolean urgent, Refusals refusals, Waiting waiting) {
        this(inputs, outputs, urgent, refusals, waiting, new HashSet<>(), false);
    }

    private Scope(
            Map<String, Field> inputs,
            Map<String, Field> outputs,
            boolean urgent,
            Refusals refusals,
            Waiting waiting,
            Set<String> read,
            boolean looking) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.urgent = urgent;
        this.refusals = refusals;
        this.waiting = waiting;
        this.read = read;
        this.looking = looking;
    }

    /** The same for a step that is done until its answer is as expected: any other is one of "not yet". */
    Scope looking() {
        return new Scope(inputs, outputs, urgent, refusals, waiting, read, true);
    }

    boolean isLooking() {
        return looking;
    }

    /** Whether the steps make the hardware safe and cannot wait: use {@code link.urgent()}. */
    public boolean isUrgent() {
        return urgent;
    }

    /** The inputs, by which a step may be told everything at once, in the order in which they are declared. */
    public Set<String> inputs() {
        return inputs.keySet();
    }

    /** The outputs, in the order in which they are declared. */
    public Set<String> outputs() {
        return outputs.keySet();
    }

    /**
     * How an input is written.
     *
     * @throws IllegalArgumentException if there is no such input
     */
    public Notation input(String name) {
        return known(name).notation(Optional.empty(), Optional.empty());
    }

    /**
     * How an output is read, in its declared unit. From now on it counts as read, and later steps may use it.
     *
     * @throws IllegalArgumentException if there is no such output, or an earlier step reads it
     */
    public Notation output(String name) {
        return output(name, Optional.empty());
    }

    /** The same for an output that stands there in another unit. */
    public Notation output(String name, Optional<String> unit) {
        return claimed(name).notation(unit, Optional.empty());
    }

    /** An artifact or something else that stands in no text is read by a step; later steps may not use it. */
    public void claim(String name) {
        claimed(name);
    }

    /**
     * Waits, as between two looks at whether the instrument is done; for no time, to see whether to go on.
     *
     * @throws IllegalStateException if {@code makeSafe} stops the action
     */
    public void pause(Duration time) throws InterruptedException {
        waiting.pass(time);
    }

    /** Every number that is known here, as 1 of its unit: to try out what comes of them. */
    Values ones() {
        Values ones = Values.none();
        for (Field field : numbers().toList()) {
            Unit unit = field.parameter() instanceof Parameter.Real real ? real.unit() : Unit.ONE;
            ones = ones.with(field.name(), new Quantity(1, unit, Double.NaN));
        }
        return ones;
    }

    private Stream<Field> numbers() {
        return Stream.concat(read.stream().map(this::known), inputs.values().stream());
    }

    Refusals refusals() {
        return refusals;
    }

    Field known(String name) {
        Field field = inputs.get(name);
        if (field == null && read.contains(name)) {
            field = outputs.get(name);
        }
        if (field == null) {
            Set<String> names = new LinkedHashSet<>(inputs.keySet());
            names.addAll(read);
            throw new IllegalArgumentException("there is no value '" + name + "' here, only " + names
                    + ": declare it under takes, or read it in a step before");
        }
        return field;
    }

    private Field claimed(String name) {
        Field field = outputs.get(name);
        if (field == null) {
            throw new IllegalArgumentException(
                    "there is no output '" + name + "', only " + outputs.keySet() + ": declare it under gives");
        }
        if (!read.add(name)) {
            throw new IllegalArgumentException("the output '" + name + "' is read by two steps: leave one out");
        }
        return field;
    }

    /** Passes if every output is read. */
    void end(Entry at) {
        for (String name : outputs.keySet()) {
            if (!read.contains(name)) {
                throw at.mistake(
                        "no step reads the output '" + name + "': add it to a reply, or leave it out of gives");
            }
        }
    }
}
