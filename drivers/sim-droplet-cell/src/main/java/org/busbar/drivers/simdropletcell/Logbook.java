package org.busbar.drivers.simdropletcell;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.busbar.api.device.DeviceException;

/**
 * The instrument's own account of what it really did: a line when a motion begins, with where it leads, and one when it
 * ends, with where the head is then. The last line says where the head is, whoever has moved it.
 */
final class Logbook {

    /** More than one line takes. */
    private static final int TAIL = 1024;

    private final Path file;

    Logbook(Path file) {
        this.file = file;
    }

    /** @throws DeviceException if it cannot be written; then nothing was done */
    void begin(Motion motion) throws DeviceException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            write("begin", motion, motion.seconds(), motion.end(), "");
        } catch (IOException e) {
            throw new DeviceException(
                    "Nothing was done: the logbook " + file + " cannot be written (" + e
                            + "). Make the folder writable and see that the disk is not full.",
                    e);
        }
    }

    void end(Motion motion) throws IOException {
        write("end", motion, motion.seconds(), motion.end(), "");
    }

    /** @param seconds how much of the time it should have taken was over */
    void stopped(Motion motion, double seconds, Exception cause) {
        try {
            write(
                    "stopped",
                    motion,
                    seconds,
                    motion.head(seconds),
                    " by=" + cause.getClass().getSimpleName());
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** One write to a file opened for appending, so that lines of two processes do not mix; ignores interruption. */
    private void write(String what, Motion motion, double seconds, Head head, String more) throws IOException {
        String line = Instant.now() + " " + what + " " + motion.kind().word() + " " + motion.action() + " seconds="
                + seconds + " " + head + more + "\n";
        try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * The head as the last line has it; empty if nothing was ever done.
     *
     * @throws DeviceException if there is something, and it cannot be read
     */
    Optional<Head> last() throws DeviceException {
        try {
            List<String> lines = Files.exists(file) ? tail() : List.of();
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            String line = lines.get(lines.size() - 1);
            return Optional.of(Head.in(line).orElseThrow(() -> new IOException("its last line is '" + line + "'")));
        } catch (IOException e) {
            throw new DeviceException(
                    "Nobody knows where the head is: the logbook " + file + " cannot be read (" + e
                            + "). Mend its last line, or put the head back to the waste and begin a new logbook.",
                    e);
        }
    }

    private List<String> tail() throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(TAIL, in.length())];
            in.seek(in.length() - end.length);
            in.readFully(end);
            return new String(end, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
