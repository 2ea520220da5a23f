package org.busbar.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins a plug-in: a project that compiles, passes its tests and can be put to work as it is. */
@Command(
        name = "new",
        description = "Begins a plug-in: a project that compiles, passes its tests and works.",
        mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "<kind>", description = "One of ${COMPLETION-CANDIDATES}")
    private NewKind kind = NewKind.DRIVER;

    @Parameters(index = "1", paramLabel = "<name>", description = "What it is called, as in my-pump")
    private String name = "";

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "The package of its classes; org.example.<name> if not given.")
    private Optional<String> packageName = Optional.empty();

    @Option(
            names = "--dir",
            paramLabel = "FOLDER",
            description = "Where its folder is made; the current folder if not given.")
    private Path dir = Path.of("");

    @Option(
            names = "--lab",
            paramLabel = "FOLDER",
            description = "The lab in which a driver gets its first device; the current folder if that is a lab.")
    private Optional<String> lab = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        NewNames names = packageName.map(given -> new NewNames(name, given)).orElseGet(() -> NewNames.of(name));
        NewProject project = NewProject.of(kind, names);
        NewDevice device = new NewDevice(names);
        Optional<Path> place = place();
        place.ifPresent(device::refuseToReplace);
        Path folder = project.write(dir, name);
        Stream<Path> files = project.files().keySet().stream().map(folder::resolve);
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        Stream.concat(files, place.map(device::write).stream()).forEach(file -> terminal.line(file.toString()));
        terminal.line(next(folder));
        if (kind == NewKind.DRIVER && place.isEmpty()) {
            terminal.line(device.advice());
        }
        return 0;
    }

    /** The lab that gets a device. */
    private Optional<Path> place() {
        if (kind != NewKind.DRIVER) {
            lab.ifPresent(named -> {
                throw Failure.usage("--lab " + named + " is for drivers only; " + kind + " plug-ins have no devices");
            });
            return Optional.empty();
        }
        return lab.map(named -> LabFolder.find(named).path())
                .or(() -> Optional.of(Path.of("")).filter(here -> Files.isDirectory(here.resolve("devices"))));
    }

    private static String next(Path folder) {
        String typed = folder.toString().contains(" ") ? "'" + folder + "'" : folder.toString();
        return "Next:\n  mvn -q -f " + typed + " package\n  busbar plugin install " + typed;
    }
}
