package org.busbar.drivers.simfurnace;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A checked configuration.
 *
 * @param hottest most that may be asked for, Cel
 * @param limit at which the guard switches the heater off, Cel
 * @param cool at which the door may be opened, Cel
 * @param noise standard deviation of a measured density, 1
 */
record Settings(
        String labId, Path world, double speedup, long seed, double hottest, double limit, double cool, double noise) {

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    Settings {
        if (!FILE_NAME.matcher(labId).matches()) {
            throw new IllegalArgumentException("lab.id = '" + labId
                    + "' names files of the simulated world: use letters, digits, '.', '_' and '-' only, beginning with a"
                    + " letter or a digit");
        }
        require(speedup > 0 && Double.isFinite(speedup), labId, "speedup", speedup, "above 0 and finite");
        require(hottest >= 200 && hottest <= 1200, labId, "hottest", hottest, "from 200 to 1200 (Cel)");
        require(limit > hottest && limit <= 1400, labId, "limit", limit, "above hottest and up to 1400 (Cel)");
        require(cool >= 40 && cool <= 150, labId, "cool", cool, "from 40 to 150 (Cel)");
        require(noise >= 0 && noise <= 0.1, labId, "noise", noise, "from 0 to 0.1");
    }

    /** @throws IllegalArgumentException naming the setting that is wrong */
    static Settings of(Furnace.Config config) {
        if (config.world() == null || config.world().isBlank()) {
            throw new IllegalArgumentException(config.lab_id()
                    + ": the setting world is missing: it is the folder of the simulated matter, such as world");
        }
        return new Settings(
                String.valueOf(config.lab_id()),
                Path.of(config.world()),
                config.speedup(),
                config.seed(),
                config.hottest(),
                config.limit(),
                config.cool(),
                config.noise());
    }

    private static void require(boolean right, String labId, String name, double value, String wanted) {
        if (!right) {
            throw new IllegalArgumentException(labId + ": " + name + " = " + value + " must be " + wanted);
        }
    }
}
