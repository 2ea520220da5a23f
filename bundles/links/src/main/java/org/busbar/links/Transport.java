package org.busbar.links;

import java.util.Optional;
import java.util.function.Consumer;
import org.busbar.api.link.Framing;

/** One way to one instrument. Immutable; safe for use by many threads. */
interface Transport {

    /** What is at its end, such that two transports with the same one cannot be used side by side. */
    String key();

    /** Its own options in words: all who share it must agree on them. */
    default String wiring() {
        return "";
    }

    /**
     * Connects; may block for some seconds, and cannot be interrupted.
     *
     * @param notes is told what people may want to know of it later
     * @throws Unreachable if that does not work; the message says what to do
     */
    Connection connect(Consumer<String> notes) throws Unreachable;

    /** Where messages begin and end on it, for a driver that says so. */
    default Framing framing(Framing driver) {
        return driver;
    }

    /** Whether each message is answered, also those that are only told, and each answer is known to be that of its message. */
    default boolean answersAll() {
        return false;
    }

    /** Whether a late reply is lost when it is connected anew. */
    default boolean forgets() {
        return true;
    }

    /** The simulated instrument at its end, if it is one. */
    default Optional<Simulation> simulation() {
        return Optional.empty();
    }
}
