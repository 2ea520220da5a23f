package org.busbar.drivers.methodscript;

import java.time.Duration;
import org.busbar.api.device.DeviceException;

/** How many points a measurement may have, and how long to wait for each. */
final class Points {

    /** What fits into the memory of the server many times over, and takes the link a quarter of an hour. */
    private static final double MOST = 1e6;

    /** Beside the time that a point takes: switching ranges, and what is on its way. */
    private static final double SLACK = 5;

    private Points() {}

    /** @throws DeviceException if there would be none, or too many */
    static void require(double count) throws DeviceException {
        if (!(count >= 1 && count <= MOST)) {
            throw new DeviceException("The measurement would have " + Math.round(count) + " points, and has 1 to "
                    + Math.round(MOST) + ": take another interval, step or duration");
        }
    }

    /** How long the instrument may be silent if a point takes so many seconds. */
    static Duration silence(double seconds) {
        return Script.seconds(SLACK + 3 * seconds);
    }
}
