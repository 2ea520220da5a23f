package org.busbar.finales;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Keeps tenants from racing for what they can all do: a request that one of them has just been shown is not shown to
 * others that can do it, for a while. One that lets this time pass gets no other before somebody else had it. Safe for use
 * by many threads.
 */
final class OfferWindow {

    /** Who was shown a request, and until when to that one only. */
    private record Shown(String tenant, Instant end) {}

    private static final int FEW = 1000;

    private final Clock clock;
    private final Map<String, Shown> shown = new HashMap<>(); // guarded by this

    OfferWindow(Clock clock) {
        this.clock = clock;
    }

    /**
     * Shows requests to a tenant.
     *
     * @param requests pending ones that the tenant can do
     * @param length for how long they are kept from others
     * @return those that are to be withheld from it
     */
    synchronized Set<String> withheld(Collection<String> requests, String tenant, Duration length) {
        Instant now = clock.instant();
        Set<String> withheld = new HashSet<>();
        for (String request : requests) {
            Shown last = shown.get(request);
            boolean theirs = last != null && last.tenant().equals(tenant);
            if (last != null && !theirs && now.isBefore(last.end())) {
                withheld.add(request);
            } else if (!theirs) {
                shown.put(request, new Shown(tenant, now.plus(length)));
            }
        }
        return withheld;
    }

    /** Forgets all that is not pending any more, if that may be much. */
    synchronized void forgetOld(Collection<String> pending) {
        if (shown.size() > 2 * pending.size() + FEW) {
            shown.keySet().retainAll(new HashSet<>(pending));
        }
    }
}
