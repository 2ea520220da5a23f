package org.busbar.helao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file {@code helao.json} in the folder of the lab, read anew whenever it is asked for. */
final class MappingFile {

    private final Path file;

    MappingFile(Path lab) {
        this.file = lab.resolve("helao.json");
    }

    /**
     * What is in it; empty if there is no such file.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    String text() {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException("The mapping " + file + " cannot be read: " + e, e);
        }
    }

    /** The name of the lab, which is that of its folder. */
    String lab() {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder == null || folder.getFileName() == null
                ? "lab"
                : folder.getFileName().toString();
    }
}
