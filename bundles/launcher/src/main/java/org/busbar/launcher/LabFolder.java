package org.busbar.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The folder a lab lives in; everything the server writes goes to its {@code data}.
 *
 * @param path absolute, normalised
 */
record LabFolder(Path path) {

    /** What FileInstall watches; each holds one kind of file that may be dropped while the server runs. */
    static final List<String> WATCHED = List.of("plugins", "devices", "sequences", "campaigns");

    /**
     * Checks that a lab can live in the folder and makes the folders that are missing inside it.
     *
     * @throws Refusal if there is no such folder, it cannot be written, or its path holds a comma
     */
    static LabFolder open(String folder) throws Refusal {
        LabFolder lab = new LabFolder(absolute(folder));
        lab.check();
        try {
            lab.makeFolders();
        } catch (IOException e) {
            throw new Refusal(
                    Refusal.USAGE, "Lab folder " + lab.path + " cannot be prepared: " + e + "; make it writable.", e);
        }
        return lab;
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    Path data() {
        return path.resolve("data");
    }

    /** Emptied at each start: native libraries, uploads and whatever else needs a file for a moment. */
    Path tmp() {
        return data().resolve("tmp");
    }

    /** The watched folders in the spelling of FileInstall, separated by commas. */
    String watched() {
        return WATCHED.stream().map(path::resolve).map(Path::toString).collect(Collectors.joining(","));
    }

    private static Path absolute(String folder) throws Refusal {
        try {
            return Path.of(folder).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new Refusal(Refusal.USAGE, "Lab folder '" + folder + "' is not a path: " + e.getReason() + ".", e);
        }
    }

    private void check() throws Refusal {
        refuseIf(!Files.exists(path), "does not exist; make it, or check the spelling");
        refuseIf(!Files.isDirectory(path), "is a file, not a folder; name the folder of the lab");
        refuseIf(!Files.isWritable(path), "cannot be written; give this user the right to write to it");
        refuseIf(path.toString().contains(","), "has a comma in its path, which FileInstall cannot watch; rename it");
    }

    private void refuseIf(boolean wrong, String because) throws Refusal {
        if (wrong) {
            throw new Refusal(Refusal.USAGE, "Lab folder " + path + " " + because + ".");
        }
    }

    private void makeFolders() throws IOException {
        for (String watched : WATCHED) {
            Files.createDirectories(path.resolve(watched));
        }
        Files.createDirectories(data());
    }
}
