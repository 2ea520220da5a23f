package org.busbar.drivers.methodscript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes scripts line by line. */
final class Script {

    /** Modes of the potentiostat. */
    enum Mode {
        LOW_SPEED(2),
        HIGH_SPEED(3);

        private final int number;

        Mode(int number) {
            this.number = number;
        }
    }

    /** The narrowest filter that is asked for, Hz. */
    private static final double NARROWEST = 40;

    private final List<String> lines = new ArrayList<>();

    /** One command; numbers are written with SI prefixes. */
    Script add(String command, Object... arguments) {
        StringBuilder line = new StringBuilder(command);
        for (Object argument : arguments) {
            line.append(' ').append(argument instanceof Double number ? SiNumber.literal(number) : argument.toString());
        }
        lines.add(line.toString());
        return this;
    }

    Script variables(String... names) {
        for (String name : names) {
            add("var", name);
        }
        return this;
    }

    /**
     * Mode, filter and current ranges.
     *
     * @param bandwidth Hz; what is slower than that must come through
     */
    Script instrument(Settings settings, Mode mode, double bandwidth) {
        return add("set_pgstat_chan", 0)
                .add("set_pgstat_mode", mode.number)
                .add("set_max_bandwidth", Math.max(NARROWEST, Math.ceil(bandwidth)))
                .add("set_range", "ba", settings.currentMax())
                .add("set_autoranging", "ba", settings.currentMin(), settings.currentMax());
    }

    /** Switches the cell on at a potential in V, in a window that a measurement from {@code low} to {@code high} needs. */
    Script cellOn(double potential, double low, double high) {
        return add("set_range_minmax", "da", low, high).add("set_e", potential).add("cell_on");
    }

    /** Sends these variables at every turn of the loop just begun, and ends it and the script. */
    List<String> sending(String... names) {
        add("pck_start");
        for (String name : names) {
            add("pck_add", name);
        }
        return add("pck_end").add("endloop").add("on_finished:").add("cell_off").lines();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** A time in s as a duration. */
    static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
