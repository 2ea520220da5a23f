package org.busbar.drivers.methodscript;

import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Parameter.Choice;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;

/** What measurements give, and which types of values it comes from. */
final class Curves {

    static final Curve TIME = Parameter.curve("time", "s");
    static final Curve POTENTIAL = Parameter.curve("potential", "V");
    static final Curve CURRENT = Parameter.curve("current", "A");
    static final Curve FREQUENCY = Parameter.curve("frequency", "Hz");
    static final Curve IMPEDANCE_REAL = Parameter.curve("impedance_real", "Ohm");
    static final Curve IMPEDANCE_IMAGINARY = Parameter.curve("impedance_imaginary", "Ohm");
    static final Choice QUALITY = Parameter.choice("quality", Quality.words());

    private Curves() {}

    static Values ofPotential(Table table) throws DeviceException, LinkException {
        Series potential = table.column(1, "V", List.of("ab", "da"));
        return Values.of("time", table.column(0, "s", List.of("eb")))
                .with("potential", potential)
                .with("quality", quality(table));
    }

    static Values ofCurrent(Table table) throws DeviceException, LinkException {
        return ofPotential(table).with("current", table.column(2, "A", List.of("ba")));
    }

    static Values ofImpedance(Table table) throws DeviceException, LinkException {
        return Values.of("frequency", table.column(0, "Hz", List.of("dc")))
                .with("impedance_real", table.column(1, "Ohm", List.of("cc")))
                .with("impedance_imaginary", table.column(2, "Ohm", List.of("cd")))
                .with("quality", quality(table));
    }

    private static Text quality(Table table) {
        return new Text(Quality.of(table.rows()).word());
    }
}
