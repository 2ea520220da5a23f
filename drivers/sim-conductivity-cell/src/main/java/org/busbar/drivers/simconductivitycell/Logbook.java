package org.busbar.drivers.simconductivitycell;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.busbar.api.device.DeviceException;

/** The instrument's own account of what it really did: a line when an action begins and one when it ends. */
final class Logbook {

    private final Path file;

    Logbook(Path file) {
        this.file = file;
    }

    /**
     * Does {@code work} between a line {@code begin} and a line {@code end}, or {@code interrupted} if it throws.
     *
     * @param what the action and what it is done to, such as {@code formulate sample=formulator-1}
     * @throws DeviceException if the first line cannot be written; then nothing was done
     */
    <T> T record(String what, Callable<T> work) throws Exception {
        begin(what);
        try {
            T result = work.call();
            write("end " + what);
            return result;
        } catch (Exception e) {
            interrupted(what, e);
            throw e;
        }
    }

    private void begin(String what) throws DeviceException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            write("begin " + what);
        } catch (IOException e) {
            throw new DeviceException(
                    "Nothing was done: the logbook " + file + " cannot be written (" + e
                            + "). Make the folder writable and see that the disk is not full.",
                    e);
        }
    }

    private void interrupted(String what, Exception cause) {
        try {
            write("interrupted " + what + " by=" + cause.getClass().getSimpleName());
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** One write to a file opened for appending, so that lines of two processes do not mix; ignores interruption. */
    private void write(String line) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
            out.write((Instant.now() + " " + line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
