package org.busbar.drivers.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a program has written. */
final class Tail {

    private static final int LONGEST = 2000;
    private static final int LINES = 10;

    private Tail() {}

    /** All of it; bytes that are no UTF-8 become question marks. */
    static String all(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** Its last lines, for a message. */
    static String of(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(Math.max(0, open.length() - LONGEST));
            byte[] end = new byte[(int) (open.length() - open.getFilePointer())];
            open.readFully(end);
            List<String> lines =
                    new String(end, StandardCharsets.UTF_8).strip().lines().toList();
            String last = String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
            return last.isEmpty() ? "it said nothing on stderr" : last;
        }
    }
}
