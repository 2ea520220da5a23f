package org.busbar.api.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.device.Detail;

/**
 * A device and what it does just now.
 *
 * @param state what it does
 * @param code what is wrong with it; empty if nothing is
 * @param detail why, as a sentence for people
 * @param actions what it can do; empty while its driver is missing
 * @param waiting how many steps wait for it
 * @param bars why it is given no work; empty if it is
 */
public record Station(
        String id,
        State state,
        Optional<Detail> code,
        String detail,
        Instant since,
        Agent agent,
        List<Capability> actions,
        int waiting,
        List<Bar> bars) {

    public Station {
        actions = List.copyOf(actions);
        bars = List.copyOf(bars);
    }

    /** Whether a device can be given work. */
    public enum State {
        /** It is being asked whether it is the one configured and ready. */
        INITIALIZING,
        IDLE,
        BUSY,
        /** It cannot be reached; it is tried again by itself, and on request. */
        OFFLINE,
        /** It is there and not fit for work; the code says why, and whether it heals by itself or has to be reset. */
        ERROR,
        /** Given no work until a person clears it: see its bars. */
        STOPPED,
        /** Its driver is being exchanged: what runs may end, nothing new starts. */
        QUIESCING,
        /** Steps wait for a device of this name, and there is none. */
        DRIVER_MISSING
    }
}
