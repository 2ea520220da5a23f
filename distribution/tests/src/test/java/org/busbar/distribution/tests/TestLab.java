package org.busbar.distribution.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;

/** The folder of a lab with two formulators and two cells, and what their logbooks say was really done. */
record TestLab(Path root) {

    static final String FORMULATOR = "org.busbar.drivers.simformulator.Formulator";
    static final String CELL = "org.busbar.drivers.simconductivitycell.ConductivityCell";
    static final List<String> FORMULATORS = List.of("formulator-1", "formulator-2");
    static final List<String> CELLS = List.of("cell-1", "cell-2");

    private static final String SEQUENCE =
            """
            name: conductivity
            version: "1"
            determines: ionic_conductivity
            by: impedance_spectroscopy
            inputs:
              pc_share: {min: 0, max: 1}
              salt_molality: {unit: mol/kg, min: 0, max: 2.5}
              temperature: {unit: Cel, min: 0, max: 60}
            steps:
              - id: formulate
                action: formulate
                with: {pc_share: "${pc_share}", salt_molality: "${salt_molality}", mass: 2 g}
              - id: measure
                action: measure_impedance
                with: {sample: "${formulate.sample}", temperature: "${temperature}"}
              - id: evaluate
                analysis: conductivity
                with:
                  frequency: ${measure.frequency}
                  z_real: ${measure.z_real}
                  z_imag: ${measure.z_imag}
                  cell_constant: ${measure.cell_constant}
                  temperature: ${measure.temperature_reached}
            outputs:
              conductivity: ${evaluate.conductivity}
              sample: ${formulate.sample}
            """;

    /** A line of a logbook. */
    record Entry(String word, String action, String sample, String line) {}

    /**
     * Makes a lab.
     *
     * @param formulators by how much time is faster there; a formulation lasts about 200 s
     * @param cells by how much time is faster there; the first measurement lasts about 900 s, those after it 200 s
     */
    static TestLab create(double formulators, double cells) {
        try {
            Path parent = Files.createDirectories(Path.of("target", "labs"));
            TestLab lab = new TestLab(
                    Files.createTempDirectory(parent, "lab").toAbsolutePath().normalize());
            for (String folder : List.of("devices", "sequences", "campaigns", "plugins", "data")) {
                Files.createDirectories(lab.root.resolve(folder));
            }
            FORMULATORS.forEach(id -> lab.device(FORMULATOR, id, Map.of("speedup", formulators)));
            CELLS.forEach(id -> lab.device(CELL, id, Map.of("speedup", cells)));
            lab.sequence();
            return lab.campaign(12, 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The campaign of the lab from now on. */
    TestLab campaign(int trials, int parallel) {
        return write(
                "campaigns/electrolyte.yaml",
                """
                name: electrolyte
                determine: ionic_conductivity
                by: [impedance_spectroscopy]
                maximize: conductivity
                vary:
                  pc_share: {min: 0.087, max: 1}
                  salt_molality: {unit: mol/kg, min: 0.5, max: 1.5}
                fixed:
                  temperature: 20 Cel
                trials: %d
                parallel: %d
                seed: 42
                optimizer: random
                """
                        .formatted(trials, parallel));
    }

    TestLab sequence() {
        return write("sequences/conductivity.yaml", SEQUENCE);
    }

    /** Writes the file of a device that has its own folder of matter in common with the others of this lab. */
    TestLab device(String type, String id, Map<String, Object> settings) {
        Map<String, Object> all = new TreeMap<>(Map.of("lab.id", id, "world", "${lab}/data/world"));
        all.putAll(settings);
        return write("devices/" + id + ".json", "{\"" + type + "~" + id + "\": " + json(all) + "}");
    }

    static String json(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\": "
                        + (entry.getValue() instanceof String text ? "\"" + text + "\"" : entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Writes a file all at once, as editors do. */
    TestLab write(String name, String text) {
        try {
            Path incoming = Files.writeString(root.resolve("data/incoming"), text);
            Files.move(incoming, root.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String name) {
        try {
            Files.delete(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a jar into the folder of plug-ins under that name, as a person does. */
    void drop(Path jar, String name) {
        try {
            Files.copy(jar, root.resolve("plugins").resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path world() {
        return root.resolve("data/world");
    }

    /** What the logbook of an instrument says, oldest first. */
    List<Entry> log(String device) {
        Path file = world().resolve(device + ".log");
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(TestLab::entry).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String line) {
        String[] words = line.split(" ");
        String sample = words.length > 3 ? words[3].replace("sample=", "") : "";
        return new Entry(words[1], words[2], sample, line);
    }

    /** All entries of these devices that begin with that word. */
    List<Entry> entries(List<String> devices, String word) {
        return devices.stream()
                .flatMap(device -> log(device).stream())
                .filter(entry -> entry.word().equals(word))
                .toList();
    }

    /** Waits until an instrument is physically in the middle of its {@code count}-th action. */
    void awaitBegin(String device, int count) {
        Await.until(
                device + " begins",
                () -> log(device).stream()
                                .filter(entry -> entry.word().equals("begin"))
                                .count()
                        >= count);
    }

    boolean isAtWork(String device) {
        List<Entry> log = log(device);
        return !log.isEmpty() && log.get(log.size() - 1).word().equals("begin");
    }

    /** The campaign is complete, and in the lab every trial was made once and measured once, and nothing cut short. */
    void requireEachTrialOnce(Standing standing, int trials) {
        assertEquals(Campaign.State.COMPLETED, standing.state(), standing::toString);
        assertEquals(trials, standing.trials().size());
        standing.trials().forEach(trial -> assertEquals(Trial.State.DONE, trial.state(), trial::toString));
        assertEquals(
                trials,
                new HashSet<>(standing.trials().stream().map(Trial::point).toList()).size());
        List<String> results = standing.trials().stream()
                .map(trial -> trial.outputs().get("sample").toString())
                .sorted()
                .toList();
        assertEquals(results, samples(FORMULATORS, "begin"));
        assertEquals(results, samples(FORMULATORS, "end"));
        assertEquals(results, samples(CELLS, "begin"));
        assertEquals(results, samples(CELLS, "end"));
        assertEquals(trials, new HashSet<>(results).size());
        assertEquals(List.of(), entries(FORMULATORS, "interrupted"));
        assertEquals(List.of(), entries(CELLS, "interrupted"));
    }

    List<String> samples(List<String> devices, String word) {
        return entries(devices, word).stream().map(Entry::sample).sorted().toList();
    }
}
