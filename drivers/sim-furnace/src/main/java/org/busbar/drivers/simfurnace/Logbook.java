package org.busbar.drivers.simfurnace;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.device.DeviceException;

/**
 * The furnace's own account of what it did. Its last line says how it is, whoever has told it: so it is still warm after
 * the server was killed, and has cooled since.
 */
final class Logbook {

    /**
     * @param isOpen whether the door is open
     * @param sample in the furnace; empty if there is none
     */
    record Entry(Instant time, double chamber, double pellet, boolean isOpen, String sample) {

        static Entry first() {
            return new Entry(Instant.now(), Heat.AMBIENT, Heat.AMBIENT, false, "");
        }
    }

    private static final Pattern FORM = Pattern.compile("(?<time>\\S+) .* chamber_K=(?<chamber>\\S+)"
            + " pellet_K=(?<pellet>\\S+) door=(?<door>open|closed) sample=(?<sample>\\S*)");

    private final Path file;

    Logbook(Path file) {
        this.file = file;
    }

    /** @throws DeviceException if it cannot be written */
    void write(String what, State state) throws DeviceException {
        Pellet pellet = state.pellet();
        String line = Instant.now() + " " + what + " chamber_K=" + state.heat().chamber() + " pellet_K="
                + state.heat().pellet() + " door=" + (state.isOpen() ? "open" : "closed") + " sample="
                + (pellet == null ? "" : pellet.id()) + "\n";
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            append(line);
        } catch (IOException e) {
            throw new DeviceException(
                    "The logbook " + file + " cannot be written (" + e
                            + "). Make the folder writable and see that the disk is not full.",
                    e);
        }
    }

    /** One write to a file opened for appending, so that lines of two processes do not mix; ignores interruption. */
    private void append(String line) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** How it was when the last line was written; a new furnace if there is none. */
    Entry last() throws DeviceException {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.isEmpty() ? Entry.first() : entry(lines.get(lines.size() - 1));
        } catch (IOException | IllegalArgumentException e) {
            throw new DeviceException(
                    "Nobody knows how hot the furnace is: the logbook " + file + " cannot be read (" + e
                            + "). Mend its last line, or begin a new logbook for a cold, empty furnace.",
                    e);
        }
    }

    private static Entry entry(String line) {
        Matcher form = FORM.matcher(line);
        if (!form.matches()) {
            throw new IllegalArgumentException("its last line is '" + line + "'");
        }
        return new Entry(
                Instant.parse(form.group("time")),
                Double.parseDouble(form.group("chamber")),
                Double.parseDouble(form.group("pellet")),
                form.group("door").equals("open"),
                form.group("sample"));
    }

    /** Lab time in s that is over since an entry; never negative. */
    static double age(Entry entry, LabClock clock) {
        return Math.max(0, clock.lab(Duration.between(entry.time(), Instant.now())));
    }
}
