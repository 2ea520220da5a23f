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

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port to serve on, 0 for any free one; 8181, or 8443 with TLS, if not given.")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "The address to serve on, 0.0.0.0 for all; if not given, this machine alone is served.")
    private Optional<String> host = Optional.empty();

    @Option(
            names = "--tls-keystore",
            paramLabel = "FILE",
            description = "Speak TLS with the key in it (PKCS 12 or JKS).")
    private Optional<Path> keystore = Optional.empty();

    @Option(names = "--tls-password-file", paramLabel = "FILE", description = "Its first line opens the keystore.")
    private Optional<Path> password = Optional.empty();

    @Option(
            names = "--insecure-local",
            description = "Serve every program of this machine without asking who it is, and no other machine.")
    private boolean insecureLocal;

    @Option(names = "--console", description = "Also open the framework's own shell (Gogo) on this terminal.")
    private boolean console;

    StartCommand(Optional<Path> home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        LabFolder folder = LabFolder.find(lab, home);
        String script = ServerProcess.script(home).toString();
        List<String> command = new ArrayList<>(List.of(script, folder.path().toString()));
        add(command, "--port", port);
        add(command, "--host", host);
        add(command, "--tls-keystore", keystore.map(Path::toAbsolutePath));
        add(command, "--tls-password-file", password.map(Path::toAbsolutePath));
        if (insecureLocal) {
            command.add("--insecure-local");
        }
        if (console) {
            command.add("--console");
        }
        Process server = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ServerProcess.stop(server.toHandle())));
        return server.waitFor() == 0 ? 0 : 1;
    }

    private static void add(List<String> command, String option, Optional<?> value) {
        value.ifPresent(word -> command.addAll(List.of(option, word.toString())));
    }
}
