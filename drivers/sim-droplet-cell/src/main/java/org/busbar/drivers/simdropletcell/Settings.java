package org.busbar.drivers.simdropletcell;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A checked configuration; lengths in mm, times in s, volumes in mL. */
record Settings(
        String labId,
        Path world,
        double speedup,
        double plate,
        double wasteX,
        double wasteY,
        double height,
        double velocity,
        double acceleration,
        double touchVelocity,
        double removal,
        double measuring,
        double electrolyte,
        double droplet,
        double noise,
        long seed) {

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    Settings {
        if (!FILE_NAME.matcher(labId).matches()) {
            throw new IllegalArgumentException(
                    "lab.id = '" + labId + "' names a file of the simulated world: use letters,"
                            + " digits, '.', '_' and '-' only, beginning with a letter or a digit");
        }
        above(labId, "speedup", speedup, "1 is real time");
        above(labId, "plate", plate, "mm");
        above(labId, "height", height, "mm");
        above(labId, "velocity", velocity, "mm/s");
        above(labId, "acceleration", acceleration, "mm/s2");
        above(labId, "touch.velocity", touchVelocity, "mm/s");
        above(labId, "droplet", droplet, "mL");
        above(labId, "removal", removal, "s");
        above(labId, "measuring", measuring, "s");
        require(
                electrolyte >= droplet && finite(electrolyte),
                labId,
                "electrolyte",
                electrolyte,
                "a droplet or more (mL)");
        require(noise >= 0 && finite(noise), labId, "noise", noise, "0 or above and finite");
        require(finite(wasteX) && finite(wasteY), labId, "waste.x", wasteX, "finite, as waste.y must (mm)");
        boolean onPlate = wasteX >= 0 && wasteX <= plate && wasteY >= 0 && wasteY <= plate;
        require(!onPlate, labId, "waste.x", wasteX, "beside the plate, which reaches from 0 to " + plate + " mm");
    }

    /** @throws IllegalArgumentException naming the setting that is wrong */
    static Settings of(DropletCell.Config config) {
        String labId = given("lab.id", config.lab_id());
        return new Settings(
                labId,
                Path.of(given("world (of " + labId + ")", config.world())),
                config.speedup(),
                config.plate(),
                config.waste_x(),
                config.waste_y(),
                config.height(),
                config.velocity(),
                config.acceleration(),
                config.touch_velocity(),
                config.removal(),
                config.measuring(),
                config.electrolyte(),
                config.droplet(),
                config.noise(),
                config.seed());
    }

    private static String given(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(
                    "The setting " + name + " of the simulated droplet cell is missing: world is the folder of the"
                            + " simulated matter, lab.id the name of this instrument; set both");
        }
        return text;
    }

    private static boolean finite(double value) {
        return Double.isFinite(value);
    }

    private static void above(String labId, String name, double value, String unit) {
        require(value > 0 && finite(value), labId, name, value, "above 0 and finite (" + unit + ")");
    }

    private static void require(boolean right, String labId, String name, double value, String wanted) {
        if (!right) {
            throw new IllegalArgumentException(labId + ": " + name + " = " + value + " must be " + wanted);
        }
    }
}
