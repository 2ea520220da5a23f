package org.busbar.drivers.process;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.jspecify.annotations.Nullable;

/**
 * Where each call gets a folder of its own, named by the time it began, UTC.
 *
 * @param keep how many of them are kept
 */
record Workshop(Path folder, int keep) {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'call-'yyyyMMdd'T'HHmmss.SSSSSS");
    private static final String NAMES = "call-\\d{8}T\\d{6}\\.\\d{6}(-\\d+)?";

    /**
     * A fresh folder; the oldest are deleted if there are too many.
     *
     * @throws DeviceException if it cannot be made; nothing was run
     */
    Path fresh() throws DeviceException {
        try {
            Files.createDirectories(folder);
            Path fresh = made();
            clear();
            return fresh;
        } catch (IOException e) {
            throw new DeviceException(
                    Detail.CONFIGURATION,
                    "Nothing was run: no folder can be made in " + folder + " (" + e
                            + "). Make it writable and see that the disk is not full.",
                    e);
        }
    }

    private Path made() throws IOException {
        String name = LocalDateTime.now(ZoneOffset.UTC).format(NAME);
        Path fresh = folder.resolve(name);
        for (int n = 2; Files.exists(fresh); n++) {
            fresh = folder.resolve(name + "-" + n);
        }
        return Files.createDirectory(fresh);
    }

    private void clear() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> calls = all.filter(path -> path.getFileName().toString().matches(NAMES))
                    .sorted()
                    .toList();
            for (Path old : calls.subList(0, Math.max(0, calls.size() - keep))) {
                delete(old);
            }
        }
    }

    /** Links are deleted as such, and not what they lead to. */
    private static void delete(Path call) throws IOException {
        Files.walkFileTree(call, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed) throws IOException {
                if (failed != null) {
                    throw failed;
                }
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
