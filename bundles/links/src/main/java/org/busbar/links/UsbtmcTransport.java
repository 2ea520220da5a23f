package org.busbar.links;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** {@code usbtmc:/dev/usbtmc0}: a character device of the kernel that takes messages and gives replies. */
final class UsbtmcTransport implements Transport {

    private final String key;
    private final Path file;
    private final Workers workers;
    private final int limit;

    UsbtmcTransport(Address address, Workers workers, int limit) {
        this.workers = workers;
        this.limit = limit;
        key = address.name();
        file = Path.of(address.place());
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public boolean forgets() {
        return false;
    }

    @Override
    public Connection connect(Consumer<String> notes) throws Unreachable {
        if (Files.notExists(file)) {
            throw new Unreachable("there is no " + file + ": is the instrument on, and the USB cable plugged in?");
        }
        if (Files.isRegularFile(file) || Files.isDirectory(file)) {
            throw new Unreachable(file + " is no device: see which /dev/usbtmc there are");
        }
        if (!Files.isReadable(file) || !Files.isWritable(file)) {
            throw new Unreachable(SerialTrouble.denied(file.toString()));
        }
        try {
            return new FileConnection(new RandomAccessFile(file.toFile(), "rw"), file, workers, limit);
        } catch (IOException e) {
            throw new Unreachable(file + " does not open: " + e.getMessage(), e);
        }
    }
}
