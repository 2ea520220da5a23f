package org.busbar.drivers.helao;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** An action server in Python, in a process of its own. */
final class ActionServerProcess implements AutoCloseable {

    private final Process process;
    private final String url;

    ActionServerProcess() throws IOException {
        process = new ProcessBuilder("python3", Bench.file("helao_server.py").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        url = "http://127.0.0.1:" + said.readLine();
    }

    String url() {
        return url;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
