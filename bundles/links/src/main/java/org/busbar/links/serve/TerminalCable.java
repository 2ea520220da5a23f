package org.busbar.links.serve;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A terminal that leads to a TCP port, made by the program {@code socat}. For use by one thread. */
final class TerminalCable {

    private static final String MISSING =
            "A terminal needs the program socat, which is not installed: sudo apt-get install socat";

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private final Path terminal;
    private final String target;
    private Optional<Process> socat = Optional.empty();

    /** @param address such as {@code tcp://localhost:4001} */
    TerminalCable(Path terminal, String address) {
        this.terminal = terminal;
        target = "tcp:" + address.replaceFirst("tcp://", "") + ",nodelay";
    }

    static boolean isThere() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "socat")));
    }

    String link() {
        return "serial:" + terminal;
    }

    /** Makes it, and waits until it is there. */
    void plugIn() throws IOException {
        if (!isThere()) {
            throw new IOException(MISSING);
        }
        unplug();
        Process started = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + terminal, target)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        socat = Optional.of(started);
        await(started);
    }

    private void await(Process started) throws IOException {
        long until = System.nanoTime() + PATIENCE;
        while (!Files.exists(terminal)) {
            if (!started.isAlive() || System.nanoTime() > until) {
                unplug();
                throw new IOException("socat did not make the terminal " + terminal
                        + "; what it complained of is on the error stream");
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** Takes it away, if it is there. */
    void unplug() {
        socat.ifPresent(TerminalCable::end);
        socat = Optional.empty();
    }

    /** Lets it take its link away. */
    private static void end(Process started) {
        started.destroy();
        started.onExit()
                .completeOnTimeout(started, PATIENCE, TimeUnit.NANOSECONDS)
                .join();
        InstrumentProcess.end(started);
    }
}
