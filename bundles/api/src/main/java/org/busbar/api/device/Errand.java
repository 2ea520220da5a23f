package org.busbar.api.device;

import java.util.List;
import org.busbar.api.Parameter;

/**
 * Something a device needs a person for.
 *
 * @param device the {@code lab.id} of the device that asks
 * @param text what to do, in plain text of one or more lines
 * @param form what the answer must hold; empty if it is enough to say that it was done
 */
public record Errand(String device, String text, List<Parameter> form) {
    public Errand {
        form = List.copyOf(form);
    }
}
