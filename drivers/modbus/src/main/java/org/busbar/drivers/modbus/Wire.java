package org.busbar.drivers.modbus;

import org.busbar.api.link.Framing;
import org.busbar.api.link.LinkException;

/** How requests and replies of one instrument are put into messages of a line. */
interface Wire {

    Framing framing();

    /** The message for a request. */
    byte[] wrap(byte[] request);

    /**
     * The reply in a message.
     *
     * @param asked the message that was sent
     * @throws LinkException of the kind {@code GARBLED} if it does not belong to what was asked
     */
    byte[] unwrap(byte[] asked, byte[] answered) throws LinkException;
}
