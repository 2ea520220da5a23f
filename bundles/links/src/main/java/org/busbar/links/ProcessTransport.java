package org.busbar.links;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code process:program?arg=..}: a program that is spoken to on its input and output. */
final class ProcessTransport implements Transport {

    private final String key;
    private final List<String> command;
    private final String folder;
    private final Workers workers;
    private final int limit;

    private ProcessTransport(String key, List<String> command, String folder, Workers workers, int limit) {
        this.key = key;
        this.command = command;
        this.folder = folder;
        this.workers = workers;
        this.limit = limit;
    }

    static ProcessTransport of(Address address, Options options, Workers workers, int limit) {
        List<String> command = new ArrayList<>(List.of(address.place()));
        command.addAll(options.all("arg"));
        String folder = options.text("dir", "");
        String key = "process:" + String.join(" ", command) + (folder.isEmpty() ? "" : " in " + folder);
        return new ProcessTransport(key, List.copyOf(command), folder, workers, limit);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Connection connect(Consumer<String> notes) throws Unreachable {
        ProcessBuilder builder = new ProcessBuilder(command);
        if (!folder.isEmpty()) {
            builder.directory(folder());
        }
        try {
            return new ProcessConnection(builder.start(), workers, notes, limit);
        } catch (IOException e) {
            throw new Unreachable("the program does not start: " + e.getMessage() + "; write its whole path", e);
        }
    }

    private File folder() throws Unreachable {
        if (!Files.isDirectory(Path.of(folder))) {
            throw new Unreachable("there is no folder " + folder + " (option dir)");
        }
        return new File(folder);
    }
}
