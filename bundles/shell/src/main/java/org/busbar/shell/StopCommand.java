package org.busbar.shell;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Stops the server of a lab in good order. */
@Command(name = "stop", description = "Stops the server of a lab.", mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "<lab>", description = "The lab's folder; the current one if not given.")
    private String lab = ".";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        LabFolder.Address server = LabFolder.server(lab);
        // a process of that number that does not answer here is somebody else's
        if (new Client(Connection.to(server.url(), LabFolder.find(lab), Optional.empty()))
                .health()
                .isEmpty()) {
            throw new Failure("The server at " + server.url() + " does not answer; if it hangs, end process "
                    + server.pid() + " yourself");
        }
        boolean stopped = server.process().map(ServerProcess::stop).orElse(true);
        if (!stopped) {
            throw new Failure("The server, process " + server.pid() + ", has not ended within 20 s");
        }
        Terminal.of(spec.commandLine().getOut()).line("stopped " + server.url());
        return 0;
    }
}
