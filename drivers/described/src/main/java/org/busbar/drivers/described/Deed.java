package org.busbar.drivers.described;

import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;

/** A part of an action, which may read values from the instrument. */
@FunctionalInterface
public interface Deed {

    /** Does nothing and reads nothing. */
    Deed NONE = known -> Values.none();

    /**
     * Does it, and returns when it is done.
     *
     * @param known the inputs of the action, and what it has read so far
     * @return what this deed has read; each is an output of the action
     * @throws Unexpected if the instrument answered something else than was expected
     * @throws DeviceException if it refused, or cannot be understood ({@code COMMUNICATION})
     * @throws InterruptedException if told to stop
     * @throws Exception anything else, such as a {@link LinkException}: the outcome is unknown
     */
    Values perform(Values known) throws Exception;

    /**
     * This deed, then another one, which knows what this one has read. That the instrument is {@code OFFLINE} at the
     * second becomes a {@link LinkException} of the kind {@code LOST}: something has been done, and is not to be done
     * again without asking.
     */
    default Deed then(Deed next) {
        return known -> {
            Values read = perform(known);
            try {
                return read.with(next.perform(read.with(known)));
            } catch (DeviceException e) {
                if (e.detail() == Detail.OFFLINE) {
                    throw new LinkException(LinkException.Kind.LOST, "Half done when lost: " + e.getMessage(), e);
                }
                throw e;
            }
        };
    }
}
