package org.busbar.links;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A program that runs. It is ended with all that it has started. */
final class ProcessConnection implements Connection {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessConnection.class);
    private static final long GRACE_MS = 1_000;

    private final Process process;
    private final Workers workers;
    private final Inbox inbox;

    /** @param notes is told what it writes to its error stream, line by line */
    ProcessConnection(Process process, Workers workers, Consumer<String> notes, int limit) {
        this.process = process;
        this.workers = workers;
        inbox = new Inbox(limit + 1);
        workers.pool().execute(this::read);
        workers.pool().execute(() -> readErrors(notes));
    }

    private void read() {
        byte[] buffer = new byte[65_536];
        try (InputStream out = process.getInputStream()) {
            for (int count = out.read(buffer); count >= 0; count = out.read(buffer)) {
                inbox.put(buffer, count);
            }
        } catch (IOException e) {
            LOG.debug("A program cannot be read any more", e);
        }
        inbox.end(how());
    }

    private String how() {
        try {
            return process.waitFor(GRACE_MS, TimeUnit.MILLISECONDS)
                    ? "the program has ended with the exit code " + process.exitValue()
                    : "the program has closed its output";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "the links are being closed";
        }
    }

    private void readErrors(Consumer<String> notes) {
        try (BufferedReader errors = process.errorReader()) {
            for (String line = errors.readLine(); line != null; line = errors.readLine()) {
                LOG.warn("Program {}: {}", process.pid(), line);
                notes.accept("error stream: " + line);
            }
        } catch (IOException e) {
            LOG.debug("The errors of a program cannot be read any more", e);
        }
    }

    @Override
    public void send(byte[] bytes, long nanos) throws IOException, InterruptedException {
        Blocking.await(workers.pool(), () -> write(bytes), nanos, "the program does not read its input");
    }

    private void write(byte[] bytes) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write(bytes);
        in.flush();
    }

    @Override
    public byte[] receive(long nanos) throws IOException, InterruptedException {
        return inbox.take(nanos);
    }

    @Override
    public String ended() {
        return inbox.ended();
    }

    @Override
    public void close() {
        inbox.end("the link was closed");
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        try {
            process.waitFor(GRACE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
