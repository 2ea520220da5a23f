package org.busbar.drivers.methodscript;

import java.time.Duration;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;

/**
 * One measurement, ready to be sent.
 *
 * @param script its lines; switches the cell off when it has ended or is aborted
 * @param pause the longest that the instrument may be silent in the middle
 * @param evaluation makes outputs of its data packages
 */
record Measurement(List<String> script, Duration pause, Evaluation evaluation) {

    /** Makes outputs of data packages. */
    @FunctionalInterface
    interface Evaluation {

        /**
         * @throws DeviceException if the instrument has measured nothing
         * @throws LinkException if these are not the packages of this measurement
         */
        Values of(Table table) throws DeviceException, LinkException;
    }

    Measurement {
        script = List.copyOf(script);
    }
}
