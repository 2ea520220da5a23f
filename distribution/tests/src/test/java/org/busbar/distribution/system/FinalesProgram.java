package org.busbar.distribution.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A client of FINALES in another process, which knows nothing of Busbar: one of those by which its bundle is tested. */
record FinalesProgram(Process process, Path out) implements AutoCloseable {

    private static final Path CLIENTS = Path.of("../../bundles/finales/src/test/resources/clients");

    static FinalesProgram start(String script, Path folder, FinalesPort port, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("python3", CLIENTS.resolve(script).toAbsolutePath().toString(), port.address()));
        command.addAll(List.of(arguments));
        File out = File.createTempFile(script, ".out", folder.toFile());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out)
                .start();
        return new FinalesProgram(process, out.toPath());
    }

    /** What it has printed when it has come to a good end. */
    List<String> lines() throws Exception {
        boolean ended = process.waitFor(150, TimeUnit.SECONDS);
        String said = Files.readString(out);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError((ended ? "It ended with " + process.exitValue() : "It did not end") + ": " + said);
        }
        return said.lines().toList();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
}
