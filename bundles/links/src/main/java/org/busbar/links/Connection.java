package org.busbar.links;

import java.io.IOException;
import org.busbar.api.device.DeviceException;

/** A way to an instrument that stands. Used by one thread at a time, except {@link #ended} and {@link #close}. */
interface Connection extends AutoCloseable {

    /**
     * Sends bytes.
     *
     * @param nanos how long that may take
     * @throws IOException if not all of them could be sent
     */
    void send(byte[] bytes, long nanos) throws IOException, InterruptedException;

    /**
     * Waits until something has come.
     *
     * @param nanos for how long; a negative time is none
     * @return what has come; empty if nothing has
     * @throws org.busbar.api.link.LinkException if the instrument broke down, where the transport itself knows that
     * @throws IOException if the connection has ended
     * @throws DeviceException if the instrument said no, where the transport itself knows that
     */
    byte[] receive(long nanos) throws IOException, InterruptedException, DeviceException;

    /** Why it has ended; empty as long as it stands. Quick. */
    String ended();

    @Override
    void close();
}
