package org.busbar.orchestrator;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.device.Action;

/** Reads the channels of devices, between the actions of whoever has them. Safe for use by many threads. */
final class Readings {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Resources resources;
    private final Map<String, Value> last = new ConcurrentHashMap<>();

    Readings(Resources resources) {
        this.resources = resources;
    }

    /**
     * Waits until the channel can be read, and reads it.
     *
     * @throws IllegalArgumentException if the device has no such channel or could not be read; the message says why
     */
    Value await(String device, String channel) throws InterruptedException {
        Optional<Value> value = read(device, channel);
        while (value.isEmpty()) {
            Thread.sleep(LOOK_AGAIN.toMillis());
            value = read(device, channel);
        }
        return value.get();
    }

    /** What it shows now; what it showed last if its device is at work just now. */
    Optional<Value> current(String device, String channel) throws InterruptedException {
        Optional<Value> now = read(device, channel);
        return now.isPresent() ? now : Optional.ofNullable(last.get(device + ":" + channel));
    }

    private Optional<Value> read(String device, String channel) throws InterruptedException {
        Bench bench = resources.bench(device);
        if (bench == null || resources.isQuiesced(device) || !bench.readiness().isReady()) {
            return Optional.empty();
        }
        Action action = bench.action(channel)
                .filter(Action::isReading)
                .orElseThrow(() -> new IllegalArgumentException(device + " has no channel " + channel + ", only "
                        + bench.actions().stream().filter(Action::isReading).toList()));
        if (!bench.tryEnter("shows " + channel)) {
            return Optional.empty();
        }
        Performance reading = bench.start(() -> action.perform(Values.none()));
        Value value;
        try {
            value = value(bench, action, reading);
        } catch (IllegalArgumentException e) {
            if (bench.isGone()) {
                return Optional.empty(); // its driver is being exchanged
            }
            throw e;
        }
        last.put(device + ":" + channel, value);
        return Optional.of(value);
    }

    private static Value value(Bench bench, Action action, Performance reading) throws InterruptedException {
        String what = bench.id() + ":" + action.name();
        if (!reading.await(PATIENCE)) {
            reading.interrupt("it took too long");
            throw new IllegalArgumentException(what + " was not read within " + Wording.duration(PATIENCE));
        }
        Values outputs = reading.outputs();
        if (outputs == null) {
            throw new IllegalArgumentException(what + " could not be read: " + reading.fault());
        }
        action.capability().checkOutputs(outputs);
        return outputs.byName().values().iterator().next();
    }
}
