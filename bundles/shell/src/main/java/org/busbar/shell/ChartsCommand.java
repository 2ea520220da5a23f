package org.busbar.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what the analyses of a run have to show. */
@Command(
        name = "charts",
        description = "Writes what the analyses of a run have to show, as SVG or Vega-Lite files.",
        mixinStandardHelpOptions = true)
final class ChartsCommand implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Parameters(index = "0", paramLabel = "<run>", description = "The id of the run.")
    private String run = "";

    @Option(names = "--step", paramLabel = "PATH", description = "One step of the run; all of them if not given.")
    private String step = "";

    @Option(names = "--svg", paramLabel = "FOLDER", description = "Where to write SVG files; here if nothing is given.")
    private Optional<Path> svg = Optional.empty();

    @Option(names = "--vega", paramLabel = "FOLDER", description = "Where to write Vega-Lite files.")
    private Optional<Path> vega = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        ChartFiles files =
                new ChartFiles(place.client(), Terminal.of(spec.commandLine().getOut()), run, step);
        if (vega.isPresent()) {
            files.vega(vega.get());
        }
        if (svg.isPresent() || vega.isEmpty()) {
            files.svg(svg.orElse(Path.of(".")));
        }
        return 0;
    }
}
