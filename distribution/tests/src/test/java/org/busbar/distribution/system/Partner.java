package org.busbar.distribution.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A tenant in another process: {@code tenants/partner.py} in one of its roles. */
final class Partner implements AutoCloseable {

    private final Process process;

    private Partner(Process process) {
        this.process = process;
    }

    /** Starts it and waits until the lab knows it. */
    static Partner start(LabServer server, Path folder, String role) throws Exception {
        Path script = Path.of("src/test/resources/tenants/partner.py").toAbsolutePath();
        File log = folder.resolve(role + ".out").toFile();
        Partner partner = new Partner(new ProcessBuilder("python3", script.toString(), server.url(), role)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start());
        LabServer.await(role + " to be ready", () -> partner.isReady(log));
        return partner;
    }

    private boolean isReady(File log) throws IOException {
        String said = Files.readString(log.toPath());
        if (!process.isAlive()) {
            throw new AssertionError("The tenant ended: " + said);
        }
        return said.contains("ready");
    }

    /** As a machine that loses its power. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
}
