package org.busbar.drivers.simformulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.busbar.api.Sample;
import org.busbar.api.device.DeviceException;

/** The vials of the physical world, as files; the README says what is in them. */
final class VialRack {

    private final Path claims;
    private final Path samples;

    /** @param world the folder of the physical world; created when the first vial is taken */
    VialRack(Path world) {
        claims = world.resolve("claims");
        samples = world.resolve("samples");
    }

    /**
     * Takes an empty vial: an id that nobody has had before and nobody will have again.
     *
     * @throws DeviceException if the world cannot be written; then nothing was taken
     */
    Sample take(String maker) throws DeviceException {
        try {
            Files.createDirectories(claims);
            Files.createDirectories(samples);
            long number = 1 + taken(maker);
            while (!claimed(maker + "-" + number)) {
                number++;
            }
            return new Sample(maker + "-" + number);
        } catch (IOException e) {
            throw new DeviceException(
                    "Nothing was dosed: no vial can be taken in " + claims + " (" + e
                            + "). Make the folder writable and see that the disk is not full.",
                    e);
        }
    }

    /** Puts the filled vial into the world, all of it at once: a reader sees the whole file or none. */
    void put(Sample sample, String maker, Masses dosed) throws IOException {
        Path part = samples.resolve(sample.id() + ".part");
        Files.writeString(part, VialLabel.json(sample, maker, dosed));
        Files.move(part, file(sample.id()), StandardCopyOption.ATOMIC_MOVE);
    }

    private long taken(String maker) throws IOException {
        String prefix = maker + "-";
        try (Stream<Path> ids = Files.list(claims)) {
            return ids.map(id -> id.getFileName().toString())
                    .filter(id -> id.startsWith(prefix)
                            && id.substring(prefix.length()).matches("\\d+"))
                    .count();
        }
    }

    /** Whether the id was free until now; the operating system lets only one caller create the file. */
    private boolean claimed(String id) throws IOException {
        return !Files.exists(file(id)) && claims.resolve(id).toFile().createNewFile();
    }

    private Path file(String id) {
        return samples.resolve(id + ".json");
    }
}
