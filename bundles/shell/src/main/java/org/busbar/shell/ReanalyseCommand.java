package org.busbar.shell;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.busbar.shell.Terminal.Colour;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Analyses past raw data again and shows old and new numbers side by side. */
@Command(
        name = "reanalyse",
        description = "Analyses the raw data of a campaign or a run again, with the analyses at hand now, and shows the"
                + " old and the new numbers side by side. Both are kept; the old ones count unless --adopt is given.",
        mixinStandardHelpOptions = true)
final class ReanalyseCommand implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Parameters(index = "0", paramLabel = "<campaign or run>", description = "The id of a campaign or of a run.")
    private String id = "";

    @Option(
            names = "--adopt",
            description = "Let the new numbers count, also for the optimizer; the old ones stay as former versions.")
    private boolean adopt;

    @Option(names = "--by", paramLabel = "NAME", description = "Who wants it; the user of this machine if not given.")
    private String by = System.getProperty("user.name", "shell");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Client client = place.client();
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        boolean isRun = id.startsWith("run-");
        String path = Paths.of(isRun ? "runs" : "campaigns", id, "reanalysis");
        List<String> begun = ReanalysisText.analysed(client.post(path, Map.of("by", by))).stream()
                .map(one -> one.path("again").asString(""))
                .toList();
        new OpenRuns(client, terminal).awaitEnd(begun);
        JsonNode end = client.get(path);
        new ReanalysisText(terminal).show(end);
        if (failed(end) > 0) {
            return 1;
        }
        if (adopt) {
            client.post(path + "/adoption", Map.of("by", by));
            terminal.line(Colour.GREEN, "the new numbers count; the old ones are kept as former versions");
        }
        return 0;
    }

    private static long failed(JsonNode end) {
        return ReanalysisText.analysed(end).stream()
                .filter(one -> !one.path("state").asString("").equals("COMPLETED"))
                .count();
    }
}
