package org.busbar.distribution.bench.optimizers.records;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file that a comparison appends its runs to. Safe for use by many threads of one process. */
public final class RunFile {

    private final Path file;

    /**
     * Opens a file, new or old. A last line without an end, left by a comparison that was killed while writing, is
     * cut off: that run is made again.
     */
    public RunFile(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            String text = Files.readString(file);
            int whole = text.lastIndexOf('\n') + 1;
            if (whole < text.length()) {
                Files.writeString(file, text.substring(0, whole));
            }
        } else {
            Files.createFile(file);
        }
    }

    /** Appends a run as one line. */
    public synchronized void append(Run run) throws IOException {
        byte[] line = (RunLine.write(run) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            ByteBuffer buffer = ByteBuffer.wrap(line);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }
}
