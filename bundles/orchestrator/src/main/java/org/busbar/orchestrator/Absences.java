package org.busbar.orchestrator;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.busbar.api.device.Detail;

/** Devices that are configured and not there, and why. Safe for use by many threads. */
final class Absences {

    /** Why a device is not there; no code if its driver is missing. */
    record Absence(Optional<Detail> code, String reason, Instant since) {}

    private final Map<String, Absence> absences = new TreeMap<>(); // guarded by this

    /** @param reason empty if it is not absent any more */
    synchronized void note(String device, Optional<Detail> code, String reason) {
        Absence before = absences.get(device);
        if (reason.isEmpty()) {
            absences.remove(device);
        } else if (before == null || !before.reason().equals(reason)) {
            absences.put(device, new Absence(code, reason, Instant.now()));
        }
    }

    synchronized Map<String, Absence> all() {
        return new TreeMap<>(absences);
    }
}
