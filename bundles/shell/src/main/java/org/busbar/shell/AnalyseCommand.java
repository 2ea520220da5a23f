package org.busbar.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Has an analysis done, as a run of its own. */
@Command(
        name = "analyse",
        description = "Has an analysis done on given values and files, and writes what there is to see as SVG files.",
        mixinStandardHelpOptions = true)
final class AnalyseCommand implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Parameters(index = "0", paramLabel = "<analysis>", description = "Its id, as busbar analyses lists it.")
    private String analysis = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "NAME=VALUE",
            description = "An input, as in temperature=\"25 Cel\"; @FILE as value sends a file, as in file=@cell.mpt,"
                    + " and @campaign:ID the trials of a campaign as a table."
                    + " What the analysis does not take is given to the reader")
    private Map<String, String> inputs = new LinkedHashMap<>();

    @Option(
            names = "--reader",
            paramLabel = "ANALYSIS",
            description = "What reads the file first; its outputs become inputs by their names.")
    private Optional<String> reader = Optional.empty();

    @Option(names = "--svg", paramLabel = "FOLDER", description = "Where to write the charts as SVG files.")
    private Optional<Path> svg = Optional.empty();

    @Option(names = "--vega", paramLabel = "FOLDER", description = "Where to write the charts as Vega-Lite files.")
    private Optional<Path> vega = Optional.empty();

    @Option(names = "--json", description = "Print the run as one JSON document.")
    private boolean json;

    @Option(names = "--by", paramLabel = "NAME", description = "Who wants it; the user of this machine if not given.")
    private String by = System.getProperty("user.name", "shell");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Client client = place.client();
        Terminal terminal = Terminal.of(
                json ? spec.commandLine().getErr() : spec.commandLine().getOut());
        JsonNode run = new AnalysisRun(client, terminal).end(begun(client, terminal));
        boolean done = run.path("state").asString("").equals("COMPLETED");
        if (done) {
            ChartFiles files = new ChartFiles(client, terminal, run.path("id").asString(""), "analyse");
            if (svg.isPresent()) {
                files.svg(svg.get());
            }
            if (vega.isPresent()) {
                files.vega(vega.get());
            }
        }
        if (json) {
            spec.commandLine().getOut().println(run);
            spec.commandLine().getOut().flush();
        }
        return done ? 0 : 1;
    }

    private JsonNode begun(Client client, Terminal terminal) throws InterruptedException {
        Map<String, String> ofAnalysis = new LinkedHashMap<>(inputs);
        Map<String, String> ofReader = new LinkedHashMap<>();
        if (reader.isPresent()) {
            List<String> taken = names(client, analysis);
            List<String> read = names(client, reader.get());
            inputs.forEach((name, value) -> {
                if (!taken.contains(name) && read.contains(name)) {
                    ofReader.put(name, value);
                    ofAnalysis.remove(name);
                }
            });
        }
        Map<String, Object> body = new LinkedHashMap<>();
        SentFiles files = new SentFiles(client, terminal);
        body.put("inputs", files.values(ofAnalysis));
        reader.ifPresent(id -> body.put("reader", id));
        if (reader.isPresent()) {
            body.put("readerInputs", files.values(ofReader));
        }
        body.put("askedBy", by);
        return client.post(Paths.of("analyses", analysis, "runs"), body);
    }

    private static List<String> names(Client client, String id) throws InterruptedException {
        List<String> names = new ArrayList<>();
        for (JsonNode one : client.get("/api/v1/analyses")) {
            if (one.path("id").asString("").equals(id)) {
                one.path("inputs").forEach(input -> names.add(input.path("name").asString("")));
            }
        }
        return names;
    }
}
