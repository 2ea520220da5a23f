package org.busbar.drivers.simconductivitycell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.busbar.api.Sample;
import org.busbar.api.device.DeviceException;

/** The vials of the physical world, as files; the README says what is in them. */
final class VialRack {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final Path samples;

    /** @param world the folder of the physical world; it is only read */
    VialRack(Path world) {
        samples = world.resolve("samples");
    }

    /** @throws DeviceException if there is no such sample or its file cannot be understood */
    Composition composition(Sample sample) throws DeviceException {
        if (!ID.matcher(sample.id()).matches()) {
            throw new DeviceException(
                    "Sample '" + sample + "' is none of this world: ids are made of letters, digits, '.',"
                            + " '_' and '-'. Use the id which the formulator gave.");
        }
        Path file = samples.resolve(sample.id() + ".json");
        try {
            return composition(FlatJson.read(Files.readString(file)), sample);
        } catch (NoSuchFileException e) {
            throw new DeviceException(
                    "There is no sample '" + sample + "': the file " + file + " is missing. Formulate the sample first,"
                            + " and configure the same world for this cell and the formulator.",
                    e);
        } catch (IOException | IllegalArgumentException e) {
            throw new DeviceException(
                    "The sample file " + file + " cannot be read: " + e.getMessage() + ". Repair it or formulate anew.",
                    e);
        }
    }

    private static Composition composition(Map<String, String> members, Sample sample) {
        if (!sample.id().equals(members.get("id"))) {
            throw new IllegalArgumentException("its id is '" + members.get("id") + "', not '" + sample + "'");
        }
        Composition composition = new Composition(
                mass(members, "EC_g"), mass(members, "PC_g"), mass(members, "EMC_g"), mass(members, "LiPF6_g"));
        if (!(composition.ec() + composition.pc() > 0)) {
            throw new IllegalArgumentException("EC_g + PC_g = 0 g, but the conductivity is known with EC or PC only");
        }
        return composition;
    }

    private static double mass(Map<String, String> members, String name) {
        String text = members.get(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing, there is only " + members.keySet());
        }
        double mass = Double.parseDouble(text);
        if (!(mass >= 0 && Double.isFinite(mass))) {
            throw new IllegalArgumentException(name + " = " + text + " g is not a mass; it must be 0 g or more");
        }
        return mass;
    }
}
