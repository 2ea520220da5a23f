package org.busbar.drivers.galil;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Reads the axes from settings which list one value for each of them. */
record AxisSettings(MotionController.Config config) {

    /** @throws IllegalArgumentException naming the list that is too short or too long, or the value that is wrong */
    List<Axis> axes() {
        int count = config.axes().length;
        if (count == 0 || new HashSet<>(List.of(config.axes())).size() != count) {
            throw new IllegalArgumentException("The setting axes of the Galil controller must name at least one axis,"
                    + " and none twice: " + List.of(config.axes()));
        }
        if (!(config.tolerance() > 0)) {
            throw new IllegalArgumentException(
                    "The setting tolerance = " + config.tolerance() + " mm of the Galil controller must be above 0 mm");
        }
        require("counts.per.mm", config.counts_per_mm().length);
        require("lowest", config.lowest().length);
        require("highest", config.highest().length);
        require("speed", config.speed().length);
        require("acceleration", config.acceleration().length);
        require("home", config.home().length);
        return IntStream.range(0, count).mapToObj(this::axis).toList();
    }

    private Axis axis(int i) {
        return new Axis(
                config.axes()[i].toUpperCase(Locale.ROOT),
                config.counts_per_mm()[i],
                config.lowest()[i],
                config.highest()[i],
                config.speed()[i],
                config.acceleration()[i],
                config.home()[i]);
    }

    private void require(String name, int given) {
        int wanted = config.axes().length;
        if (given != wanted) {
            throw new IllegalArgumentException("The setting " + name + " of the Galil controller has " + given
                    + " values for " + wanted + " axes: give one for each of " + List.of(config.axes()));
        }
    }
}
