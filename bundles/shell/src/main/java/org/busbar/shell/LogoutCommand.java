package org.busbar.shell;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ends logins, here and at the servers. */
@Command(
        name = "logout",
        description = "Ends the login to a server, or all logins; their tokens are not valid any more.",
        mixinStandardHelpOptions = true)
final class LogoutCommand implements Callable<Integer> {

    private static final int OVER = 401; // it has ended already

    @Parameters(arity = "0..1", paramLabel = "<url>", description = "The server; every one if not given.")
    private Optional<String> url = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        KeptLogins logins = KeptLogins.ofUser();
        Map<String, KeptLogins.Kept> all = logins.all();
        List<String> ended = url.map(KeptLogins::key).map(List::of).orElseGet(() -> List.copyOf(all.keySet()));
        int code = 0;
        for (String server : ended) {
            KeptLogins.Kept login = all.get(server);
            if (login == null) {
                throw new Failure("There is no login to " + server);
            }
            logins.remove(server);
            code = Math.max(code, end(server, login));
        }
        if (ended.isEmpty()) {
            Terminal.of(spec.commandLine().getOut()).line("there is no login");
        }
        return code;
    }

    /** Tells the server, too, so that a copy of the token is of no use. */
    private int end(String server, KeptLogins.Kept login) throws InterruptedException {
        try {
            Client.Reply reply =
                    new Client(Connection.to(server, ".", Optional.of(login.token()))).form("/logout", Map.of());
            if (reply.status() < 400 || reply.status() == OVER) {
                Terminal.of(spec.commandLine().getOut()).line("logged out of " + server);
                return 0;
            }
            return untold(server, login, "it answered " + reply.status());
        } catch (Failure e) {
            return untold(server, login, String.valueOf(e.getMessage()));
        }
    }

    private int untold(String server, KeptLogins.Kept login, String reason) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("The login to " + server + " is kept here no longer, but the server was not told (" + reason
                + "): copies of its token are valid until " + login.until());
        err.flush();
        return 1;
    }
}
