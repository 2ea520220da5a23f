package org.busbar.api.experiment;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.busbar.api.Quantity;

/**
 * What runs would take, worked out on a virtual clock without touching anything.
 *
 * @param duration until the last one has ended
 * @param slots who would do what and when
 * @param bottleneck the device that is at work longest; empty if none is
 * @param uses how much of each stock would be used
 * @param notes what was assumed, and what would go wrong, a sentence each
 */
public record Forecast(
        Duration duration, List<Slot> slots, String bottleneck, Map<String, Quantity> uses, List<String> notes) {

    public Forecast {
        slots = List.copyOf(slots);
        uses = Collections.unmodifiableMap(new TreeMap<>(uses));
        notes = List.copyOf(notes);
    }

    /**
     * One step of one run.
     *
     * @param device empty if no device is needed
     * @param from since the begin of the first run
     */
    public record Slot(String run, String step, String device, Duration from, Duration to) {}
}
