package org.busbar.distribution.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same server on a newer Java. */
class JavaVersionsTest {

    @TempDir
    Path folder;

    @Test
    void runs_a_campaign_on_java_25() throws Exception {
        Optional<Path> java = java25();
        assumeTrue(java.isPresent(), "skipped: no JDK 25 in JAVA25_HOME or below /usr/lib/jvm");
        Path lab = LabServer.exampleLab(folder, 3000, 6);
        try (LabServer server = LabServer.start(lab, java.get().toString())) {
            server.post("/api/v1/campaigns", "{\"plan\": \"electrolyte\"}");
            LabServer.await("the campaign on Java 25", () -> server.get("/api/v1/campaigns/electrolyte-1")
                    .get("state")
                    .stringValue()
                    .equals("COMPLETED"));
            assertEquals(0, server.get("/api/v1/faults").size());
        }
    }

    private static Optional<Path> java25() throws Exception {
        String told = System.getenv("JAVA25_HOME");
        if (told != null) {
            return Optional.of(Path.of(told));
        }
        Path installed = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(installed)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.list(installed)) {
            return found.filter(home -> home.getFileName().toString().contains("25")
                            && Files.isExecutable(home.resolve("bin/java")))
                    .findFirst();
        }
    }
}
