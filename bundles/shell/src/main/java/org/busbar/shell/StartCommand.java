package org.busbar.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the server of a lab in the foreground. */
@Command(name = "start", description = "Runs the server of a lab until it is stopped.", mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

    private final Optional<Path> home;

    @Parameters(paramLabel = "<lab>", description = "The lab's folder, or the name of an example.")
    private String lab = "";

    @Option(names = "--port", paramLabel = "N", description = "The port to serve on; 0 for any free one.")
    private int port = 8181;

    @Option(names = "--console", description = "Also open the framework's own shell (Gogo) on this terminal.")
    private boolean console;

    StartCommand(Optional<Path> home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        LabFolder folder = LabFolder.find(lab, home);
        String script = ServerProcess.script(home).toString();
        List<String> command =
                new ArrayList<>(List.of(script, folder.path().toString(), "--port", Integer.toString(port)));
        if (console) {
            command.add("--console");
        }
        Process server = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ServerProcess.stop(server.toHandle())));
        return server.waitFor() == 0 ? 0 : 1;
    }
}
