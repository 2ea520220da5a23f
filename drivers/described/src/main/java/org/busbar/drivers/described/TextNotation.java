package org.busbar.drivers.described;

import org.busbar.api.Sample;
import org.busbar.api.Text;
import org.busbar.api.Value;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;

/** A text or the name of a sample, as it is. */
record TextNotation(String name, boolean sample) implements Notation {

    @Override
    public String write(Value value) {
        return value.toString();
    }

    @Override
    public Value read(String text) throws DeviceException {
        if (sample && text.isBlank()) {
            throw new DeviceException(Detail.COMMUNICATION, name + ": the instrument names no sample");
        }
        return sample ? new Sample(text.strip()) : new Text(text);
    }

    @Override
    public String pattern() {
        return "[\\s\\S]*?";
    }
}
