package org.busbar.api.link;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Shows people every line, and lets them look at its bytes and act out failures. Safe for use by many threads; touches
 * no instrument.
 */
@ProviderType
public interface Switchboard {

    /** Which way bytes went. */
    enum Way {
        SENT,
        RECEIVED,
        /** Nothing went; the text says what happened, such as that the line was lost. */
        NOTE
    }

    /** @param text the bytes as ISO 8859-1 */
    record Traced(Instant time, Way way, String text) {}

    /** Every line that is open, by URI. */
    List<LinkStatus> links();

    /**
     * Writes down what goes over a line, for a while.
     *
     * @param time from now; not at all any more if zero
     * @throws IllegalArgumentException if there is no such line, or the time is longer than a day
     */
    void trace(String uri, Duration time);

    /** What was written down, oldest first; the last 10,000 entries at most. */
    List<Traced> traced(String uri);

    /**
     * Has a line act out a failure from its next exchange on.
     *
     * @throws IllegalArgumentException if there is no such line, or it cannot act out that failure; the message says why
     */
    void inject(String uri, LinkFault fault);

    /** Ends every failure that a line acts out. */
    void mend(String uri);

    /** Tries a lost line again now, without waiting for its back-off. */
    void reconnect(String uri);
}
