package org.busbar.drivers.file;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;

/** The folder that is shared with the software of an instrument. Nothing outside it is touched. */
record Folder(Path root) {

    /** What tells an unchanged file from a changed one. */
    record Stamp(long size, FileTime changed) {}

    /** @throws DeviceException with the detail {@code OFFLINE} if it is not there or cannot be worked in */
    void check() throws DeviceException {
        if (!Files.isDirectory(root)) {
            throw offline("there is no such folder: is the share mounted, and the computer of the instrument on?");
        }
        if (!Files.isReadable(root) || !Files.isWritable(root)) {
            throw offline("the server may not read and write there: give its user the right to");
        }
    }

    /**
     * A file in it.
     *
     * @throws DeviceException if the name leads out of the folder
     */
    Path file(String name) throws DeviceException {
        Path path = root.resolve(name).normalize();
        if (name.isBlank() || !path.startsWith(root.normalize()) || path.equals(root.normalize())) {
            throw new DeviceException(
                    "The file '" + name + "' is not in the folder " + root + ": use names without '..' and '/'");
        }
        return path;
    }

    /**
     * The files whose names match, as they are now.
     *
     * @param glob such as {@code results/*.csv}; wildcards in the last part only
     */
    Map<Path, Stamp> matching(String glob) throws DeviceException {
        Path pattern = file(glob);
        Map<Path, Stamp> found = new TreeMap<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(parent(pattern), pattern.getFileName().toString())) {
            for (Path file : files) {
                stamp(file, found);
            }
        } catch (IOException e) {
            throw offline(parent(pattern) + " cannot be read: " + e);
        }
        return found;
    }

    private static void stamp(Path file, Map<Path, Stamp> found) throws IOException {
        try {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
            if (is.isRegularFile()) {
                found.put(file, new Stamp(is.size(), is.lastModifiedTime()));
            }
        } catch (NoSuchFileException e) {
            found.remove(file); // gone between the listing and the look
        }
    }

    /**
     * Writes a file that others see whole or not at all, unless one of its name is there.
     *
     * @throws DeviceException if it is there already, or cannot be written; nothing was
     */
    void create(Path file, byte[] content) throws DeviceException {
        if (Files.exists(file)) {
            throw new DeviceException(file
                    + " is there already, and the instrument has not taken it: look at its software, then delete it");
        }
        write(file, content);
    }

    /**
     * Writes a file that others see whole or not at all; takes the place of one of its name.
     *
     * @throws DeviceException if it cannot be written; nothing was
     */
    void write(Path file, byte[] content) throws DeviceException {
        Path part = parent(file).resolve("." + file.getFileName() + ".part");
        try {
            try (FileOutputStream out = new FileOutputStream(part.toFile())) { // not cut short by an interruption
                out.write(content);
                out.getFD().sync();
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw offline(file + " cannot be written: " + e);
        }
    }

    /** What is in a file; not cut short by an interruption, as a channel would be. */
    static byte[] read(Path file) throws IOException {
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            return in.readAllBytes();
        }
    }

    /** Moves a file into another folder beside it; one of the same name there is kept, and this one gets a number. */
    void move(Path file, String folder) throws IOException {
        Path target = parent(file).resolve(folder);
        Files.createDirectories(target);
        Path free = target.resolve(file.getFileName());
        for (int n = 1; Files.exists(free); n++) {
            free = target.resolve(n + "-" + file.getFileName());
        }
        Files.move(file, free);
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " is in no folder");
        }
        return parent;
    }

    private DeviceException offline(String what) {
        return new DeviceException(Detail.OFFLINE, root + ": " + what);
    }
}
