package org.busbar.drivers.simfurnace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.device.DeviceException;

/** The pellets of the physical world, as files {@code pellets/<sample>.json}; the README says what is in them. */
final class Pellets {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern FORM = Pattern.compile(
            "\"id\": \"(?<id>[^\"]+)\".*\"acid_wt_pct\": (?<acid>[^,]+),"
                    + ".*\"work_s_per_K\": (?<work>[^,]+),.*\"hottest_K\": (?<hottest>[^,]+),.*\"atmosphere\": \"(?<gas>[^\"]*)\"",
            Pattern.DOTALL);

    private final Path folder;

    /** @param world the folder of the physical world; created when the first pellet is put down */
    Pellets(Path world) {
        folder = world.resolve("pellets");
    }

    /** The pellet with that id; empty if it never was in a furnace. */
    Optional<Pellet> find(String id) throws DeviceException {
        Path file = file(id);
        try {
            return Files.exists(file) ? Optional.of(read(Files.readString(file))) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new DeviceException(
                    "Nobody knows what pellet " + id + " is like: " + file + " cannot be read (" + e
                            + "). Mend the file, or take another sample.",
                    e);
        }
    }

    /** Writes down what a pellet is like, all of it at once. */
    void put(Pellet pellet) throws DeviceException {
        Path file = file(pellet.id());
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve(pellet.id() + ".part");
            Files.writeString(part, json(pellet));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DeviceException(
                    "The pellet " + pellet.id() + " cannot be written down in " + file + " (" + e
                            + "). Make the folder writable and see that the disk is not full.",
                    e);
        }
    }

    private static Pellet read(String json) {
        Matcher form = FORM.matcher(json);
        if (!form.find()) {
            throw new IllegalArgumentException("it is '" + json.strip() + "'");
        }
        return new Pellet(
                form.group("id"),
                Double.parseDouble(form.group("acid")),
                Double.parseDouble(form.group("work")),
                Double.parseDouble(form.group("hottest")),
                form.group("gas"));
    }

    private static String json(Pellet pellet) {
        return String.format(
                Locale.ROOT,
                "{%n  \"id\": \"%s\",%n  \"acid_wt_pct\": %s,%n  \"work_s_per_K\": %s,%n  \"hottest_K\": %s,%n"
                        + "  \"atmosphere\": \"%s\",%n  \"relative_density\": %s,%n  \"shrinkage\": %s%n}%n",
                pellet.id(),
                pellet.acid(),
                pellet.work(),
                pellet.hottest(),
                pellet.atmosphere(),
                pellet.density(),
                pellet.shrinkage());
    }

    private Path file(String id) throws DeviceException {
        if (!ID.matcher(id).matches()) {
            throw new DeviceException(
                    "The sample '" + id + "' cannot be a pellet of the simulated world: a file is named"
                            + " after it, so use letters, digits, '.', '_' and '-' only");
        }
        return folder.resolve(id + ".json");
    }
}
