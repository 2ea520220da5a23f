package org.busbar.forecast;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.device.Action;
import org.jspecify.annotations.Nullable;

/** A device or a position in the dry-run: who keeps it, and whether it is at work. */
final class Place {

    private final String name;
    private final @Nullable Map<String, Action> actions;
    private @Nullable Hold holder;
    private boolean working;
    private Duration idleSince = Duration.ZERO;

    /** @param actions what it can do; null for a device that is not at hand, and for a position */
    Place(String name, @Nullable Map<String, Action> actions) {
        this.name = name;
        this.actions = actions;
    }

    String name() {
        return name;
    }

    /** Whether it is a device that is at hand. */
    boolean isAtHand() {
        return actions != null;
    }

    /** What it can do; nothing if it is not at hand. */
    Collection<Action> actions() {
        return actions == null ? Map.<String, Action>of().values() : actions.values();
    }

    Optional<Action> action(String called) {
        return actions == null ? Optional.empty() : Optional.ofNullable(actions.get(called));
    }

    Duration idleSince() {
        return idleSince;
    }

    /** Whether work can begin on it for somebody inside that hold. */
    boolean isFree(@Nullable Hold inside) {
        return !working && (holder == null || (inside != null && inside.isWithin(holder)));
    }

    void begin() {
        working = true;
    }

    void end(Duration now) {
        working = false;
        idleSince = now;
    }

    void keep(@Nullable Hold by) {
        holder = by;
    }
}
