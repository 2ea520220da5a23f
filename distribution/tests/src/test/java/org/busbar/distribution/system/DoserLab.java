package org.busbar.distribution.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.busbar.distribution.tests.PluginJars;

/** The folder of a lab with dosers on the bench of instruments. */
final class DoserLab {

    private static final String DOSER = "org.busbar.distribution.tests.doser.Doser";

    static final String RINSE =
            """
            name: rinse
            inputs:
              label: {note: true}
              amount: {unit: mL, min: 0, max: 10}
              time: {unit: ms, min: 0, max: 60000}
            steps:
              - {id: last, action: dose, device: doser-4, with: {label: "${label}", place: inner-last, amount: "${amount}", time: "${time}"}}
            outputs:
              dosed: ${last.dosed}
            """;

    /** Several devices at once, a loop and a called sequence. */
    static final String DILUTION =
            """
            name: dilution
            inputs:
              label: {note: true}
              amount: {unit: mL, min: 0, max: 10}
              time: {unit: ms, min: 0, max: 60000}
            steps:
              - {id: first, action: dose, device: doser-1, with: {label: "${label}", place: first, amount: "${amount}", time: "${time}"}}
              - id: both
                parallel:
                  - - {id: second, action: dose, device: doser-2, with: {label: "${label}", place: second, amount: "${amount}", time: "${time}"}}
                    - {id: look, action: read, device: doser-2, with: {label: "${label}", place: look, amount: "${amount}", time: "${time}"}}
                  - - {id: third, action: dose, device: doser-3, with: {label: "${label}", place: third, amount: "${amount}", time: "${time}"}}
              - id: again
                repeat: 2
                steps:
                  - {id: reading, action: read, device: any, with: {label: "${label}", place: reading, amount: "${amount}", time: "${time}"}}
              - {id: inner, sequence: rinse, with: {label: "${label}", amount: "${second.dosed}", time: "${time}"}}
            outputs:
              dosed: ${inner.dosed}
            """;

    /** What the campaign has done. */
    static final String TITRATION =
            """
            name: titration
            determines: yield
            by: dosing
            inputs:
              amount: {unit: mL, min: 0, max: 10}
            steps:
              - {id: dose, action: dose, device: any, with: {label: campaign, place: trial, amount: "${amount}", time: 40 ms}}
              - {id: read, action: read, device: any, with: {label: campaign, place: result, amount: "${amount}", time: 30 ms}}
            outputs:
              yield: ${read.dosed}
            """;

    private static final String CAMPAIGN =
            """
            name: titrate
            determine: yield
            by: [dosing]
            maximize: yield
            vary:
              amount: {unit: mL, min: 0, max: 10}
            trials: 100000
            parallel: 2
            seed: 42
            optimizer: random
            """;

    private DoserLab() {}

    /** Makes a lab with devices {@code doser-1} and so on. */
    static Path create(Path lab, int dosers, int port) throws IOException {
        for (String folder : new String[] {"devices", "sequences", "campaigns", "plugins"}) {
            Files.createDirectories(lab.resolve(folder));
        }
        Files.copy(PluginJars.build("test.doser", "1", "doser", Map.of()), lab.resolve("plugins/doser.jar"));
        for (int number = 1; number <= dosers; number++) {
            Files.writeString(
                    lab.resolve("devices/doser-" + number + ".json"),
                    "{\"%s~%d\": {\"lab.id\": \"doser-%d\", \"port\": %d}}".formatted(DOSER, number, number, port));
        }
        return lab;
    }

    /** The campaign {@code titrate}, which goes on until it is stopped. */
    static void campaign(Path lab) throws IOException {
        Files.writeString(lab.resolve("campaigns/titrate.yaml"), CAMPAIGN);
    }

    static void sequence(Path lab, String name, String text) throws IOException {
        Files.writeString(lab.resolve("sequences/" + name + ".yaml"), text);
    }
}
