package org.busbar.api.device;

import org.busbar.api.Values;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The people of this lab, who are asked what instruments cannot do. What is asked is shown with all other inquiries, and
 * answered or refused like them. Safe for use by many threads.
 */
@ProviderType
public interface People {

    /**
     * Asks for something and waits until a person has answered or refused; as long as it takes.
     *
     * @return exactly what the form holds, each value accepted by its parameter
     * @throws DeviceException with the detail {@code REFUSED} if a person refused, or the device acts for no step just now;
     *     names who and why
     * @throws InterruptedException if interrupted; the errand is withdrawn, and how far it has come is not known
     * @throws IllegalStateException if the errand was withdrawn; how far it has come is not known
     */
    Values ask(Errand errand) throws DeviceException, InterruptedException;

    /** Withdraws whatever a device has asked; {@link #ask} ends. Returns at once; of no effect if there is nothing. */
    void withdraw(String device);
}
