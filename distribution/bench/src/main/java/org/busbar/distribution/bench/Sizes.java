package org.busbar.distribution.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How large things are. */
final class Sizes implements Part {

    @Override
    public List<Row> measure(Workplace place) throws Exception {
        Path driver = DriverJars.build(place, 1).get(0);
        Path api = place.jar("bundle", "org.busbar.api");
        List<String> code = code(place.root().resolve(DriverJars.SOURCE));
        long imports = code.stream().filter(line -> line.startsWith("import ")).count();
        return List.of(
                Row.of(
                        "distribution folder",
                        Target.atMost(60, "MB"),
                        Measurements.of(bytes(place.home()) / 1e6),
                        "MB",
                        "as packaged, without the class-data archive that the first start adds"),
                Row.of(
                        "api jar",
                        Target.atMost(150, "kB"),
                        Measurements.of(Files.size(api) / 1e3),
                        "kB",
                        "as packaged"),
                Row.of(
                        "driver jar of one class",
                        Target.atMost(10, "kB"),
                        Measurements.of(Files.size(driver) / 1e3),
                        "kB",
                        "the driver of the hot drop, packed by bnd"),
                Row.of(
                        "code of a complete driver",
                        Target.atMost(40, "lines"),
                        Measurements.of(code.size() - imports),
                        "lines",
                        "the driver of the hot drop; neither blank nor comment, and " + imports
                                + " imports not counted"));
    }

    private static List<String> code(Path source) throws IOException {
        return Files.readAllLines(source).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches("(//|/\\*|\\*).*"))
                .toList();
    }

    private static double bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
