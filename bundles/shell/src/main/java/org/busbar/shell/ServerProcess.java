package org.busbar.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The server of a lab: the one that runs already, or a child of this process. Closing stops a child only. */
final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final String url;
    private final @Nullable Process child;
    private final @Nullable Thread hook;

    private ServerProcess(String url, @Nullable Process child, @Nullable Thread hook) {
        this.url = url;
        this.child = child;
        this.hook = hook;
    }

    /**
     * Finds the server of the lab, or starts one on a free port and waits until it is ready.
     *
     * @param home the folder of the distribution
     * @param progress is told how the start goes
     * @throws Failure if it is not ready after a minute or ends before; with the end of its log
     */
    static ServerProcess of(LabFolder lab, Optional<Path> home, Consumer<String> progress) throws InterruptedException {
        Optional<LabFolder.Address> running = lab.server();
        if (running.isPresent() && client(running.get().url(), lab).health().isPresent()) {
            return new ServerProcess(running.get().url(), null, null);
        }
        Process child = start(lab, script(home));
        Thread hook = new Thread(() -> stop(child.toHandle()));
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return new ServerProcess(awaitReady(lab, child, progress), child, hook);
        } catch (Failure | InterruptedException e) {
            unhook(hook);
            stop(child.toHandle());
            throw e;
        }
    }

    /** Its health is told to everybody. */
    private static Client client(String url, LabFolder lab) {
        return new Client(Connection.to(url, lab, Optional.empty()));
    }

    /** The program that starts a server. */
    static Path script(Optional<Path> home) {
        Path script = home.orElseThrow(
                        () -> Failure.usage(
                                "No server runs for this lab and none can be started: -Dbusbar.home=<folder of Busbar> is not set"))
                .resolve("bin")
                .resolve("server");
        if (!Files.isExecutable(script)) {
            throw new Failure("The server cannot be started: " + script + " is missing or not executable");
        }
        return script;
    }

    private static Process start(LabFolder lab, Path script) {
        try {
            lab.data();
            Files.deleteIfExists(lab.serverFile());
            Files.deleteIfExists(lab.log());
            LabFolder.createPrivate(lab.log()); // a first password is said there
            return new ProcessBuilder(script.toString(), lab.path().toString(), "--port", "0")
                    .redirectErrorStream(true)
                    .redirectOutput(lab.log().toFile())
                    .start();
        } catch (IOException e) {
            throw new Failure("The server cannot be started: " + e);
        }
    }

    private static String awaitReady(LabFolder lab, Process child, Consumer<String> progress)
            throws InterruptedException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < PATIENCE.toNanos()) {
            Optional<String> ready = ready(lab);
            if (ready.isPresent()) {
                return ready.get();
            }
            if (child.waitFor(200, TimeUnit.MILLISECONDS)) {
                throw new Failure(
                        "The server ended with " + child.exitValue() + " before it was ready:\n" + lab.lastWords());
            }
            progress.accept("starting the server, " + Numbers.time(Duration.ofNanos(System.nanoTime() - begun)));
        }
        throw new Failure("The server was not ready after " + PATIENCE.toSeconds() + " s:\n" + lab.lastWords());
    }

    private static Optional<String> ready(LabFolder lab) throws InterruptedException {
        Optional<LabFolder.Address> server = lab.server();
        if (server.isEmpty()) {
            return Optional.empty();
        }
        String url = server.get().url();
        Optional<JsonNode> health = client(url, lab).health();
        return health.filter(h -> h.path("ready").asBoolean(false)).map(h -> url);
    }

    /** Has a process and those it started end, and waits for them, at most 20 s; {@code false} if it goes on. */
    static boolean stop(ProcessHandle process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            return !process.isAlive();
        }
    }

    String url() {
        return url;
    }

    boolean isChild() {
        return child != null;
    }

    /** Lets a child go on when this process ends. */
    void keep() {
        unhook(hook);
    }

    @Override
    public void close() {
        if (child != null) {
            unhook(hook);
            if (!stop(child.toHandle())) {
                child.destroyForcibly();
            }
        }
    }

    private static void unhook(@Nullable Thread hook) {
        try {
            if (hook != null) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        } catch (IllegalStateException e) {
            hook.setName("already running"); // this process is ending, and the hook does its work
        }
    }
}
