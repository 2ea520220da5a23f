package org.busbar.drivers.simformulator;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A checked configuration. */
record Settings(String labId, Path world, double speedup, long seed, double cyclicShare, double dosingError) {

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    Settings {
        if (!FILE_NAME.matcher(labId).matches()) {
            throw new IllegalArgumentException(
                    "lab.id = '" + labId + "' names files of the simulated world: use letters,"
                            + " digits, '.', '_' and '-' only, beginning with a letter or a digit");
        }
        require(
                speedup > 0 && Double.isFinite(speedup),
                labId,
                "speedup",
                speedup,
                "above 0 and finite; 1 is real time");
        require(cyclicShare >= 0.01 && cyclicShare <= 1, labId, "cyclic.share", cyclicShare, "from 0.01 to 1 (g/g)");
        require(dosingError >= 0 && dosingError <= 0.1, labId, "dosing.error", dosingError, "from 0 to 0.1 (g/g)");
    }

    /** @throws IllegalArgumentException naming the setting that is wrong */
    static Settings of(Formulator.Config config) {
        String labId = given("lab.id", config.lab_id());
        return new Settings(
                labId,
                Path.of(given("world (of " + labId + ")", config.world())),
                config.speedup(),
                config.seed(),
                config.cyclic_share(),
                config.dosing_error());
    }

    private static String given(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(
                    "The setting " + name + " of the simulated formulator is missing: world is the folder of the"
                            + " simulated matter, lab.id the name of this instrument; set both");
        }
        return text;
    }

    private static void require(boolean right, String labId, String name, double value, String wanted) {
        if (!right) {
            throw new IllegalArgumentException(labId + ": " + name + " = " + value + " must be " + wanted);
        }
    }
}
