package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.busbar.api.lab.Plan;
import org.busbar.api.lab.Procedure;
import org.busbar.json.yaml.Yaml;

/** Writes documents for tests and reads them as the lab does. */
record Documents(Path folder) {

    static final String SEQUENCE =
            """
            name: a
            steps:
              - {id: s, action: b}
            """;

    static final String CAMPAIGN =
            """
            name: a
            determine: q
            maximize: y
            vary: {x: {min: 0, max: 1}}
            trials: 4
            optimizer: random
            """;

    Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document of the electrolyte example. */
    static String example(String name) throws IOException {
        try (var in = Objects.requireNonNull(Documents.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    Procedure sequence(String text) {
        SequenceFile.Linked linked = linked(text);
        if (!linked.faults().isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", linked.faults()));
        }
        return linked.procedure().orElseThrow();
    }

    /** A sequence that finds no other to call. */
    SequenceFile.Linked linked(String text) {
        return SequenceFile.read(write("a.yaml", text)).link(callee -> {
            throw new IllegalArgumentException("there is no sequence " + callee);
        });
    }

    /** The lines of some file. */
    Lines lines() {
        return linked(SEQUENCE).lines();
    }

    Plan campaign(String text) {
        return Yaml.read(write("a.yaml", text), CampaignFile.class).plan(folder);
    }

    void refusesSequence(String text, String... parts) {
        requireParts(assertThrows(IllegalArgumentException.class, () -> sequence(text)), parts);
    }

    void refusesCampaign(String text, String... parts) {
        requireParts(assertThrows(IllegalArgumentException.class, () -> campaign(text)), parts);
    }

    static void requireParts(Exception fault, String... parts) {
        String message = String.valueOf(fault.getMessage());
        for (String part : parts) {
            assertTrue(message.contains(part), () -> "'" + message + "' lacks '" + part + "'");
        }
        assertTrue(message.lines().count() == 1, () -> "not one sentence: " + message);
        assertTrue(!message.contains("JsonToken") && !message.contains("org.busbar"), message);
    }

    /** The campaign without one of its keys. */
    static String without(String key) {
        return CAMPAIGN.replaceFirst("(?m)^" + key + ":.*\\n", "");
    }
}
