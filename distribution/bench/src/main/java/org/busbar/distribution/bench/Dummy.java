package org.busbar.distribution.bench;

import java.time.Duration;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;

/**
 * A device whose one action, {@code pass}, does nothing.
 *
 * @param called is called by each action, which lasts as long as this does
 */
record Dummy(Called called) implements Device {

    /** What an action does instead of work. */
    @FunctionalInterface
    interface Called {
        void call() throws InterruptedException;
    }

    @Override
    public List<Action> actions() {
        return List.of(Action.action("pass")
                .repeatable()
                .lasting(inputs -> Duration.ofMinutes(2))
                .does(inputs -> {
                    called.call();
                    return Values.none();
                }));
    }
}
