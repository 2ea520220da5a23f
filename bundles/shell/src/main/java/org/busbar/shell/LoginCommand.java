package org.busbar.shell;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Logs in to a server and keeps the token for later commands. */
@Command(
        name = "login",
        description = {
            "Logs in to a server by name and password. Later commands to that server (--url) are then asked by that user,"
                    + " until the login ends or: busbar logout",
            "The login is kept in ~/.config/busbar/tokens, which nobody else can read."
        },
        mixinStandardHelpOptions = true)
final class LoginCommand implements Callable<Integer> {

    @Parameters(paramLabel = "<url>", description = "The server, as in https://lab.example:8443.")
    private String url = "";

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "The name in the lab; that of the user of this machine if not given.")
    private String user = System.getProperty("user.name", "");

    @Mixin
    private PasswordInput password = new PasswordInput();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        String server = KeptLogins.key(url);
        warnIfSeen(URI.create(server));
        String secret = password.read("Password of '" + user + "' at " + server + ": ");
        Client client = new Client(Connection.to(url, ".", Optional.empty()).with(Optional.empty()));
        Client.Reply reply =
                client.form("/login", Map.of("grant_type", "password", "username", user, "password", secret));
        String token = reply.body().path("access_token").asString("");
        if (reply.status() != 200 || token.isEmpty()) {
            throw new Failure(reply.body()
                    .path("detail")
                    .asString("The server at " + server + " answered " + reply.status() + "; is it a Busbar server?"));
        }
        Instant until = Instant.now()
                .plusSeconds(reply.body().path("expires_in").asLong(0))
                .truncatedTo(ChronoUnit.SECONDS);
        KeptLogins.ofUser().put(url, new KeptLogins.Kept(user, token, until));
        Terminal.of(spec.commandLine().getOut()).line("logged in to " + server + " as " + user + " until " + until);
        return 0;
    }

    private void warnIfSeen(URI server) {
        if ("http".equals(server.getScheme()) && !server.getHost().matches("localhost|127\\.[0-9.]+|\\[::1]")) {
            spec.commandLine()
                    .getErr()
                    .println("Others on the way to " + server + " can read the password, as it is not https");
            spec.commandLine().getErr().flush();
        }
    }
}
