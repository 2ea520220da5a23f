package org.busbar.forecast;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which device plays which role in a run; decided when a role is first taken. */
final class Cast {

    private final Map<String, String> players;

    Cast() {
        this(Map.of());
    }

    private Cast(Map<String, String> players) {
        this.players = new HashMap<>(players);
    }

    /** The {@code lab.id} of who plays it; empty if that is not decided, or it is no role. */
    Optional<String> player(String role) {
        return Optional.ofNullable(players.get(role));
    }

    void bind(String role, String device) {
        players.putIfAbsent(role, device);
    }

    Cast copy() {
        return new Cast(players);
    }
}
