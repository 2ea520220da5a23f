package org.busbar.forecast;

import java.time.Duration;
import java.util.Map;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.inventory.Effect;

/** How long an action is expected to take, and what stands for its outputs. */
record Expectation(Duration time, Map<String, Reckoned> outputs) {

    /** No step takes longer; keeps the sum of very many within what a duration can be. */
    static final Duration LONGEST = Duration.ofDays(36_525);

    private static final Duration NOT_KNOWN = Duration.ofMinutes(1);

    /** What the action says for these inputs; what it will use is written down. */
    static Expectation of(Spot spot, Action action, Fitted inputs) {
        spot.noteAssumed("the duration of ", "", inputs.assumed());
        use(spot, action, inputs);
        return new Expectation(
                time(spot, action, inputs.values()),
                Reckoned.assumed(action.capability().outputs(), spot::path));
    }

    /** What is taken for a device that is not at hand. */
    static Expectation missing(Spot spot, String device) {
        spot.note(device + " is not at hand: 1 min is counted");
        return new Expectation(NOT_KNOWN, Map.of());
    }

    private static Duration time(Spot spot, Action action, Values inputs) {
        try {
            Duration time = action.expected(inputs);
            if (!time.isNegative() && time.compareTo(LONGEST) <= 0) {
                return time;
            }
            spot.note("its expected duration of " + time + " is not within 0 and " + LONGEST.toDays()
                    + " days: 1 min is counted");
        } catch (RuntimeException e) {
            spot.note("its expected duration cannot be worked out, 1 min is counted: " + e);
        }
        return NOT_KNOWN;
    }

    private static void use(Spot spot, Action action, Fitted inputs) {
        try {
            for (Effect effect : action.effects(inputs.values(), Values.none())) {
                if (effect instanceof Effect.Used used) {
                    spot.setting().ledger().use(used);
                    spot.noteAssumed("what ", " uses of " + used.stock(), inputs.assumed());
                }
            }
        } catch (RuntimeException e) {
            spot.note("what it uses cannot be worked out and is not counted: " + e);
        }
    }
}
