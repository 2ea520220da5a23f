package org.busbar.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the owner of a lab's folder can do for a user without a server: it asks the server that starts next. */
@Command(
        name = "reset-password",
        description = {
            "Has the server say a new password for one time on its console when it starts next.",
            "An administrator who can log in rather uses: busbar user change <user> --password"
        },
        mixinStandardHelpOptions = true)
final class ResetPasswordCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "<user>", description = "The user's name, such as admin.")
    private String user = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "<lab>",
            description = "The lab's folder; the current one if not given.")
    private String lab = ".";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        LabFolder folder = LabFolder.find(lab);
        Path asked = Files.createDirectories(folder.data().resolve("security")).resolve("reset-password");
        Files.deleteIfExists(asked);
        Files.writeString(LabFolder.createPrivate(asked), user + "\n");
        Terminal.of(spec.commandLine().getOut())
                .line("The server says a new password for '" + user + "' on its console when it starts next"
                        + (folder.server().isPresent() ? "; it runs now, so stop it first" : ""));
        return 0;
    }
}
