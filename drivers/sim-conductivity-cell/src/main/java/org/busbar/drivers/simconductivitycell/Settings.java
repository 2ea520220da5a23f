package org.busbar.drivers.simconductivitycell;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A checked configuration. */
record Settings(String labId, Path world, double speedup, long seed, double cellConstant, double noise) {

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    Settings {
        if (!FILE_NAME.matcher(labId).matches()) {
            throw new IllegalArgumentException(
                    "lab.id = '" + labId + "' names a file of the simulated world: use letters,"
                            + " digits, '.', '_' and '-' only, beginning with a letter or a digit");
        }
        require(
                speedup > 0 && Double.isFinite(speedup),
                labId,
                "speedup",
                speedup,
                "above 0 and finite; 1 is real time");
        require(
                cellConstant >= 1e-3 && cellConstant <= 1e3,
                labId,
                "cell.constant",
                cellConstant,
                "0.001 to 1000 cm-1");
        require(noise >= 0 && noise <= 0.1, labId, "noise", noise, "from 0 to 0.1 (relative to |Z|)");
    }

    /** @throws IllegalArgumentException naming the setting that is wrong */
    static Settings of(ConductivityCell.Config config) {
        String labId = given("lab.id", config.lab_id());
        return new Settings(
                labId,
                Path.of(given("world (of " + labId + ")", config.world())),
                config.speedup(),
                config.seed(),
                config.cell_constant(),
                config.noise());
    }

    private static String given(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("The setting " + name
                    + " of the simulated conductivity cell is missing: world is the folder of the simulated matter,"
                    + " lab.id the name of this instrument; set both");
        }
        return text;
    }

    private static void require(boolean right, String labId, String name, double value, String wanted) {
        if (!right) {
            throw new IllegalArgumentException(labId + ": " + name + " = " + value + " must be " + wanted);
        }
    }
}
