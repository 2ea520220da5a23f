package org.busbar.distribution.hardware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Does one thing at a time and writes down everything it is told. */
final class Instrument {

    private final Path logbook;
    private boolean atWork; // guarded by this, as is all below
    private boolean stopping;

    Instrument(Path logbook) {
        this.logbook = logbook;
    }

    synchronized String act(String action, String id, long ms) throws IOException, InterruptedException {
        if (atWork) {
            write("busy " + action + " " + id);
            return "busy " + id;
        }
        write("begin " + action + " " + id);
        atWork = true;
        String word = work(ms) ? "done" : "stopped";
        atWork = false;
        notifyAll();
        write(word + " " + action + " " + id);
        return word + " " + id;
    }

    /** False if it was stopped. */
    private boolean work(long ms) throws InterruptedException {
        stopping = false;
        long end = System.nanoTime() + ms * 1_000_000;
        for (long left = ms; left > 0 && !stopping; left = (end - System.nanoTime() + 999_999) / 1_000_000) {
            wait(left);
        }
        return !stopping;
    }

    synchronized String stop() throws InterruptedException {
        stopping = true;
        notifyAll();
        while (atWork) {
            wait();
        }
        return "safe";
    }

    private void write(String line) throws IOException {
        Files.writeString(logbook, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
