package org.busbar.distribution.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The disk of a lab is full while runs are under way. */
class DiskFullTest {

    private static final int MOST = 3000;

    @TempDir
    Path folder;

    private Path lab;
    private HardwareBench hardware;
    private LabServer server;

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.kill();
            hardware.close();
            command("umount", lab.toString());
        }
    }

    /** Whether it ended well. */
    private static boolean command(String... words) throws Exception {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such command here
        }
    }

    @Test
    void new_work_is_refused_what_was_acknowledged_is_kept_and_it_goes_on_when_there_is_room() throws Exception {
        lab = Files.createDirectories(folder.resolve("lab"));
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=16m", "busbar-test", lab.toString()),
                "skipped: a small file system cannot be mounted here; that needs root");
        hardware = HardwareBench.start(folder.resolve("hardware"));
        DoserLab.create(lab, 4, hardware.port());
        DoserLab.sequence(lab, "rinse", DoserLab.RINSE);
        DoserLab.sequence(lab, "dilution", DoserLab.DILUTION);
        server = LabServer.start(lab);
        LabServer.await(
                "the devices", () -> server.get("/api/v1/devices").toString().contains("doser-4"));
        submit(0);
        List<JsonNode> before = server.events();
        Path filler = fill();
        List<String> acknowledged = new ArrayList<>();
        HttpResponse<String> refusal = submitUntilRefused(acknowledged);
        assertEquals(503, refusal.statusCode(), refusal::body);
        assertTrue(refusal.body().contains("journal"), refusal::body);
        assertTrue(server.get("/health").get("live").booleanValue());
        Files.delete(filler);
        LabServer.await("new work to be taken on again", () -> submit(MOST).statusCode() < 300);
        acknowledged.add("run-k0");
        acknowledged.add("run-k" + MOST);
        for (String run : acknowledged) {
            LabServer.await("the end of " + run, () -> server.get("/api/v1/runs/" + run)
                    .get("state")
                    .stringValue()
                    .equals("COMPLETED"));
        }
        assertEquals(before, server.events().subList(0, before.size()), "what was told is kept");
        requireOnce();
    }

    private HttpResponse<String> submit(int number) throws Exception {
        return server.tell(
                "/api/v1/runs",
                """
                {"sequence": "dilution", "askedBy": "test",
                 "inputs": {"label": "run-k%d", "amount": "1 mL", "time": "5 ms"}}"""
                        .formatted(number),
                "k" + number);
    }

    /** Uses up all that is left of the disk. */
    private Path fill() throws IOException {
        Path filler = lab.resolve("filler");
        for (int size = 1 << 20; size > 0; size /= 16) {
            try (OutputStream out =
                    Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                while (Files.size(filler) < 64 << 20) {
                    out.write(new byte[size]);
                }
            } catch (IOException e) {
                assertTrue(Files.size(filler) > 0, e::toString); // full, or nearly
            }
        }
        return filler;
    }

    /** The journal may have some room in its own files yet. */
    private HttpResponse<String> submitUntilRefused(List<String> acknowledged) throws Exception {
        for (int number = 1; number < MOST; number++) {
            HttpResponse<String> answer = submit(number);
            if (answer.statusCode() >= 300) {
                return answer;
            }
            acknowledged.add("run-k" + number);
        }
        throw new AssertionError("Nothing was refused while the disk was full");
    }

    private void requireOnce() throws IOException {
        List<String> begun = hardware.log().stream()
                .filter(entry -> entry.word().equals("begin") && entry.action().equals("dose"))
                .map(HardwareBench.Entry::id)
                .toList();
        assertEquals(begun.stream().distinct().toList(), begun, "nothing is done twice");
    }
}
