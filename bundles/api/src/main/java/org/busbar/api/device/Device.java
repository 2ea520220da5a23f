package org.busbar.api.device;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One physical instrument, registered as a service with the property {@code lab.id}.
 *
 * <p>The orchestrator performs one action at a time and never keeps a device between two steps, so a driver needs no
 * locks and may come and go at run time. Activation must not touch the hardware: the first exchange connects.
 * Deactivation leaves the hardware safe and no thread, port or file behind.
 */
@ConsumerType
public interface Device {

    /** What this device can do; the same for as long as the service is registered. Does not touch the hardware. */
    List<Action> actions();

    /**
     * Brings the hardware to a state in which it may be left alone: pumps stopped, heaters off.
     *
     * <p>May be called from any thread at any time, also during an action and more than once. Must return within
     * {@link #stopBound()}. The default does nothing, which is right only for instruments that cannot do harm.
     *
     * @throws Exception if the safe state was not reached or is not known
     */
    default void makeSafe() throws Exception {}

    /**
     * How long an interrupted action and {@link #makeSafe} may take; then the device is given no work until a person
     * has looked. Five seconds if never said.
     */
    default Duration stopBound() {
        return Duration.ofSeconds(5);
    }

    /**
     * Checks that the instrument answers and is the one configured, without changing anything physical.
     *
     * <p>Called before the device is given any work, after its link was lost and is back, and when a person resets it;
     * also after an upgrade of the driver, where the old version is put back if it throws. Never called while an action
     * is at work. The default passes: such a device is ready as soon as it is there.
     *
     * @throws DeviceException if the instrument is not ready for work; its {@link Detail} says whether it is offline,
     *     another one, or at fault, and the message is shown to people
     * @throws Exception anything else, which counts as {@link Detail#COMMUNICATION}
     */
    default void selfTest() throws Exception {}
}
