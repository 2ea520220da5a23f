package org.busbar.rest;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.busbar.api.event.Recorded;
import org.busbar.json.Json;
import org.jspecify.annotations.Nullable;

/** An event and the text it is sent as, which is made once, by the first who sends it. */
final class Telling {

    private final Recorded recorded;
    private final AtomicLong total;
    private byte @Nullable [] bytes; // guarded by this
    private boolean dropped; // guarded by this

    /** @param total counts the bytes of all texts that are kept */
    Telling(Recorded recorded, AtomicLong total) {
        this.recorded = recorded;
        this.total = total;
    }

    Recorded recorded() {
        return recorded;
    }

    /** As a server-sent event. */
    synchronized byte[] bytes() {
        if (bytes == null) {
            bytes = text(recorded);
            total.addAndGet(dropped ? 0 : bytes.length);
        }
        return bytes;
    }

    /** Counts no more. */
    synchronized void drop() {
        dropped = true;
        total.addAndGet(bytes == null ? 0 : -bytes.length);
    }

    private static byte[] text(Recorded recorded) {
        return ("id: " + recorded.number()
                        + "\nevent: " + recorded.event().getClass().getSimpleName()
                        + "\ndata: " + Json.write(recorded.event()) + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
