package org.busbar.rest;

import static org.busbar.rest.RequestApi.SCIENTIST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The tenant in Python that is shipped as an example, as a process of its own over HTTP. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class TenantExampleTest {

    private static final Path SCRIPT = Path.of("../../distribution/examples/python-tenant/tenant.py");
    private static final String ASK = "{\"quantity\": \"density\", \"inputs\": {\"temperature\": \"293.15 K\"}}";

    @TempDir
    Path folder;

    private RequestApi api;
    private TenantServer server;
    private Process tenant;

    @BeforeEach
    void begin() throws Exception {
        assumeTrue(hasPython(), "there is no python3");
        api = new RequestApi(folder);
        server = new TenantServer(api, 0);
        tenant = new ProcessBuilder("python3", SCRIPT.toString(), server.url(), "water")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("tenant.log").toFile())
                .start();
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @AfterEach
    void end() throws Exception {
        if (tenant != null) {
            tenant.destroyForcibly().waitFor();
            server.close();
        }
    }

    private void await(BooleanSupplier condition, String what) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            String log = Files.readString(folder.resolve("tenant.log"));
            assertTrue(tenant.isAlive() && System.nanoTime() < end, () -> what + ": " + log);
            Thread.sleep(20);
        }
    }

    private String answered(String key) throws Exception {
        await(() -> api.get("/offers?quantity=density").has("water"), "it does not register");
        String id = api.post(201, SCIENTIST, "/requests", ASK, "Idempotency-Key", key)
                .at("/request/id")
                .stringValue();
        await(() -> api.state(id).equals("RESOLVED"), "it does not answer");
        return id;
    }

    @Test
    void it_answers_with_unit_and_uncertainty() throws Exception {
        JsonNode result = api.get("/results/" + answered("k"));
        assertEquals(998.2, result.at("/outputs/density/value").doubleValue(), 0.05);
        assertEquals("kg/m3", result.at("/outputs/density/unit").stringValue());
        assertEquals(0.02, result.at("/outputs/density/uncertainty").doubleValue());
        assertEquals("water", result.at("/provenance/0/agent/id").stringValue());
    }

    @Test
    void it_goes_on_when_the_server_was_away() throws Exception {
        answered("before");
        int port = server.port();
        server.close();
        await(() -> says("waiting for the server"), "it does not notice");
        api = new RequestApi(folder);
        server = new TenantServer(api, port);
        answered("after");
    }

    private boolean says(String words) {
        try {
            return Files.readString(folder.resolve("tenant.log")).contains(words);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
