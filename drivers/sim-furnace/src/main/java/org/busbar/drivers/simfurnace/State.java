package org.busbar.drivers.simfurnace;

import org.jspecify.annotations.Nullable;

/**
 * The furnace as it is.
 *
 * @param isOpen whether its door is open
 * @param pellet that lies in it
 */
record State(Heat heat, boolean isOpen, @Nullable Pellet pellet) {

    static State cold() {
        return new State(Heat.cold(), false, null);
    }

    State door(boolean open) {
        return new State(heat, open, pellet);
    }

    State with(@Nullable Pellet other) {
        return new State(heat, isOpen, other);
    }

    /** A second later, with the controller told to reach {@code target} in K. */
    State after(double target) {
        Heat next = heat.after(target);
        return new State(next, isOpen, pellet == null ? null : pellet.after(next.pellet()));
    }
}
