package org.busbar.drivers.described;

import java.util.Map;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.device.Action.Work;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;

/**
 * Performs an action as it is described.
 *
 * @param reading whether it only reads, so that nothing is unknown when it fails
 * @param safety what to do when it is interrupted
 */
record Routine(String name, Deed deed, boolean reading, Brake brake, Safety safety) implements Work {

    @FunctionalInterface
    interface Safety {
        void makeSafe() throws Exception;
    }

    @Override
    public Values perform(Values inputs) throws Exception {
        requirePrintable(inputs);
        brake.release();
        try {
            return deed.perform(inputs);
        } catch (InterruptedException e) {
            throw stopped(e);
        } catch (DeviceException e) {
            throw told(e);
        }
    }

    private Exception stopped(InterruptedException e) {
        try {
            safety.makeSafe();
            return e;
        } catch (Exception failed) {
            failed.addSuppressed(e);
            return failed;
        }
    }

    /** That a reply cannot be understood says nothing about what was done; see {@link LinkException}. */
    private Exception told(DeviceException e) {
        return e.detail() == Detail.COMMUNICATION && !reading
                ? new LinkException(LinkException.Kind.GARBLED, name + ": " + e.getMessage(), e)
                : new DeviceException(e.detail(), name + ": " + e.getMessage(), e);
    }

    /** A line break within a text would be a command of its own. */
    private void requirePrintable(Values inputs) throws DeviceException {
        for (Map.Entry<String, Value> input : inputs.byName().entrySet()) {
            if (input.getValue().toString().chars().anyMatch(Character::isISOControl)) {
                throw new DeviceException(name + ": " + input.getKey()
                        + " has a line break or another control character: leave it out; nothing was done");
            }
        }
    }
}
