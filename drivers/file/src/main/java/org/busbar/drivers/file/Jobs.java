package org.busbar.drivers.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.busbar.api.device.DeviceException;

/** The job that the instrument has been given, and not answered yet. Safe for use by many threads. */
final class Jobs {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Folder folder;
    private final String device;
    private final boolean isStoppable;
    private Optional<Path> open = Optional.empty(); // guarded by this, as what follows
    private Instant last = Instant.EPOCH;

    /**
     * @param device the {@code lab.id}
     * @param isStoppable whether the description says how the instrument is made safe
     */
    Jobs(Folder folder, String device, boolean isStoppable) {
        this.folder = folder;
        this.device = device;
        this.isStoppable = isStoppable;
    }

    /** A name that no job had before, made of the device and the time. */
    synchronized String name() {
        Instant now = Instant.now();
        last = now.isAfter(last.plusMillis(1)) ? now : last.plusMillis(1);
        return device + "-" + TIME.format(last);
    }

    /** Gives the instrument a job. */
    synchronized void give(Path file, byte[] content) throws DeviceException {
        folder.create(file, content);
        open = Optional.of(file);
    }

    /** The instrument has answered, or a person has looked at it. */
    synchronized void answered() {
        open = Optional.empty();
    }

    /**
     * Takes back the job if the instrument has not taken it.
     *
     * @throws IllegalStateException if it has, and the description does not say how to stop it
     */
    synchronized void takeBack() throws IOException {
        if (open.isPresent() && !Files.deleteIfExists(open.get()) && !isStoppable) {
            throw new IllegalStateException("The instrument has taken the job "
                    + open.get().getFileName()
                    + " and not answered, and its description has nothing under safe: look whether it still works");
        }
        open = Optional.empty();
    }
}
