package org.busbar.drivers.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;
import org.jspecify.annotations.Nullable;

/** One run of a program, in a folder of its own, where its output goes into files. */
final class Call {

    private static final long LOOK_MS = 20;

    /** What programs need of the environment of the server; the rest, which may hold secrets, is kept from them. */
    private static final Set<String> INHERITED =
            Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR", "LD_LIBRARY_PATH", "SystemRoot");

    private final List<String> command;
    private final Map<String, String> variables;
    private final String input;
    private final Path folder;
    private final Duration timeout;
    private final long limit;
    private @Nullable Process process;
    private boolean ended;

    /** @param limit longest output, bytes */
    Call(List<String> command, Map<String, String> variables, String input, Path folder, Duration timeout, long limit) {
        this.command = command;
        this.variables = variables;
        this.input = input;
        this.folder = folder;
        this.timeout = timeout;
        this.limit = limit;
    }

    /**
     * Runs it to its end.
     *
     * @return its standard output, as UTF-8
     * @throws DeviceException if it cannot be started, ends with another exit code than 0, or says too much
     * @throws LinkException if it takes too long; it has been ended
     * @throws InterruptedException if interrupted; it has been ended
     * @throws IllegalStateException if {@link #end} was called
     */
    String run() throws IOException, DeviceException, InterruptedException {
        Process started = start();
        try {
            await(started);
        } catch (InterruptedException | IOException | DeviceException e) {
            ProcessTree.end(started);
            throw e;
        }
        requireNotEnded();
        requireSuccess(started.exitValue());
        return Tail.all(out());
    }

    private synchronized Process start() throws DeviceException, IOException {
        requireNotEnded();
        Path in = Files.writeString(folder.resolve("stdin.txt"), input);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out().toFile())
                .redirectError(errors().toFile());
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(variables);
        try {
            Process started = builder.start();
            process = started;
            return started;
        } catch (IOException e) {
            throw new DeviceException(
                    Detail.CONFIGURATION,
                    "Nothing was run: " + command.get(0) + " cannot be started (" + e.getMessage()
                            + "). Install it, or correct the description.",
                    e);
        }
    }

    private Path out() {
        return folder.resolve("stdout.txt");
    }

    private Path errors() {
        return folder.resolve("stderr.txt");
    }

    private void await(Process started) throws IOException, DeviceException, InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (!started.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
            requireShort();
            if (System.nanoTime() >= end) {
                throw new LinkException(
                        LinkException.Kind.NO_REPLY,
                        said() + " did not end within " + timeout.toMillis()
                                + " ms and was stopped; give the step a longer timeout if that is right");
            }
        }
        requireShort();
    }

    private void requireShort() throws IOException, DeviceException {
        for (Path file : List.of(out(), errors())) {
            if (Files.size(file) > limit) {
                throw new DeviceException(
                        Detail.COMMUNICATION,
                        said() + " said more than " + limit / 1_000_000 + " MB into " + file
                                + ": let it say less, or raise output.limit");
            }
        }
    }

    private void requireSuccess(int code) throws DeviceException, IOException {
        if (code != 0) {
            throw new DeviceException(
                    said() + " ended with exit code " + code + ": " + Tail.of(errors()) + " (all in " + folder + ")");
        }
    }

    private void requireNotEnded() {
        if (isEnded()) {
            throw new IllegalStateException(said() + " was stopped by makeSafe: look at what it has done so far");
        }
    }

    private synchronized boolean isEnded() {
        return ended;
    }

    private String said() {
        return "'" + String.join(" ", command) + "'";
    }

    /** Ends it with all that it has begun, at any time; returns when they are gone. */
    void end() {
        Process running;
        synchronized (this) {
            ended = true;
            running = process;
        }
        if (running != null) {
            ProcessTree.end(running);
        }
    }
}
