package org.busbar.shell;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Writes the charts of a run into files. */
final class ChartFiles {

    private final Client client;
    private final Terminal terminal;
    private final String run;
    private final String query;

    /** @param step the path of one analysis; empty for all of the run */
    ChartFiles(Client client, Terminal terminal, String run, String step) {
        this.client = client;
        this.terminal = terminal;
        this.run = run;
        this.query = step.isEmpty() ? "" : "?step=" + encoded(step);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** One file with the ending {@code svg} for each chart. */
    void svg(Path folder) throws InterruptedException {
        Set<Path> written = new HashSet<>();
        for (JsonNode chart : charts()) {
            String path = Paths.of("runs", run, "charts", chart.path("name").asString(""));
            String step = chart.path("step").asString("");
            write(free(folder, chart, ".svg", written), client.text(path + "?step=" + encoded(step)));
        }
    }

    /** One file with the ending {@code vl.json} for each chart. */
    void vega(Path folder) throws InterruptedException {
        Set<Path> written = new HashSet<>();
        for (JsonNode chart : charts()) {
            write(free(folder, chart, ".vl.json", written), chart.path("spec").toPrettyString());
        }
    }

    private JsonNode charts() throws InterruptedException {
        return client.get(Paths.of("runs", run, "charts") + query);
    }

    /** A name of its own for each chart, also if two analyses of the run have charts of one name. */
    private static Path free(Path folder, JsonNode chart, String ending, Set<Path> written) {
        String name = chart.path("name").asString("chart");
        Path file = folder.resolve(name + ending);
        for (int i = 2; !written.add(file); i++) {
            file = folder.resolve(name + "-" + i + ending);
        }
        return file;
    }

    private void write(Path file, String content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, content);
            terminal.line(file.toString());
        } catch (IOException e) {
            throw new Failure("The chart " + file + " cannot be written: " + e.getMessage());
        }
    }
}
