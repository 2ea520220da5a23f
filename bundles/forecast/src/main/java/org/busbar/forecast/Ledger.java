package org.busbar.forecast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.busbar.api.experiment.Forecast;
import org.busbar.api.inventory.Effect;

/** Writes down what happens in a dry-run. */
final class Ledger {

    private static final int MOST_SLOTS = 20_000;

    private final List<Forecast.Slot> slots = new ArrayList<>();
    private final Map<String, Duration> work = new TreeMap<>();
    private final Consumption consumption = new Consumption();
    private final Notes notes = new Notes();
    private long steps;

    /** A step that takes from {@code from} for {@code time}; on no device if its name is empty. */
    void slot(Spot spot, String device, Duration from, Duration time) {
        steps++;
        if (slots.size() < MOST_SLOTS) {
            slots.add(new Forecast.Slot(spot.run().id(), spot.path(), device, from, from.plus(time)));
        }
        if (!device.isEmpty()) {
            work.merge(device, time, Duration::plus);
        }
    }

    /** @throws IllegalArgumentException if it cannot be added to what is used up already */
    void use(Effect.Used used) {
        consumption.add(used);
    }

    void note(String note) {
        notes.add(note);
    }

    Forecast forecast(Duration duration) {
        List<String> said = new ArrayList<>(notes.all());
        if (steps > slots.size()) {
            said.add("The first " + slots.size() + " of " + steps
                    + " steps are listed; the others count in the duration, the bottleneck and what is used");
        }
        return new Forecast(duration, slots, bottleneck(), consumption.totals(), said);
    }

    private String bottleneck() {
        String most = "";
        Duration longest = Duration.ZERO;
        for (Map.Entry<String, Duration> one : work.entrySet()) {
            if (one.getValue().compareTo(longest) > 0) {
                most = one.getKey();
                longest = one.getValue();
            }
        }
        return most;
    }
}
