package org.busbar.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.busbar.shell.Terminal.Colour;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Runs one campaign of a lab from beginning to report. */
@Command(
        name = "run",
        description = "Runs a campaign of a lab and reports on it; starts the lab's server if none runs.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    private final Optional<Path> home;

    @Parameters(paramLabel = "<lab>", description = "The lab's folder, or the name of an example.")
    private String lab = "";

    @Option(names = "--campaign", paramLabel = "NAME", description = "Which campaign, if the lab has several.")
    private Optional<String> campaign = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "The source of all randomness.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--trials", paramLabel = "N", description = "How many trials, in place of the plan's number.")
    private Optional<Integer> trials = Optional.empty();

    @Option(names = "--json", description = "Print the outcome as one JSON document; progress goes to standard error.")
    private boolean json;

    @Option(names = "--keep", description = "Leave the server running.")
    private boolean keep;

    @Mixin
    private Credentials credentials = new Credentials();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RunCommand(Optional<Path> home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        LabFolder folder = LabFolder.find(lab, home);
        PrintWriter out =
                json ? spec.commandLine().getErr() : spec.commandLine().getOut();
        Terminal terminal = Terminal.of(out);
        ServerProcess server = ServerProcess.of(folder, home, terminal::status);
        try {
            return run(folder, new Client(Connection.to(server.url(), folder, credentials.token())), terminal);
        } finally {
            end(server, terminal);
        }
    }

    private void end(ServerProcess server, Terminal terminal) {
        if (keep) {
            server.keep();
            terminal.line("the server goes on at " + server.url());
        } else {
            terminal.status(server.isChild() ? "stopping the server" : "");
            server.close();
            terminal.clear();
        }
    }

    private int run(LabFolder folder, Client client, Terminal terminal) throws IOException, InterruptedException {
        client.get("/api/v1/faults").forEach(fault -> terminal.line(Colour.RED, StatusCommand.fault(fault)));
        long before = client.get("/health").get("journal").longValue();
        JsonNode standing = client.post("/api/v1/campaigns", wanted(client));
        String id = standing.get("id").stringValue();
        terminal.line(Colour.BOLD, "campaign " + id + " at " + client.url());
        new Follower(client, terminal).follow(standing, before);
        Ending ending = new Ending(client, terminal, folder, id);
        JsonNode study = ending.study();
        JsonNode outcome = ending.report(study);
        if (json) {
            spec.commandLine().getOut().println(outcome);
            spec.commandLine().getOut().flush();
        }
        return study.path("state").asString("").equals("FAILED") ? 1 : 0;
    }

    private Map<String, Object> wanted(Client client) throws InterruptedException {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("plan", plan(client));
        seed.ifPresent(number -> wanted.put("seed", number));
        trials.ifPresent(number -> wanted.put("trials", number));
        return wanted;
    }

    private String plan(Client client) throws InterruptedException {
        if (campaign.isPresent()) {
            return campaign.get();
        }
        JsonNode plans = client.get("/api/v1/plans");
        if (plans.size() == 1) {
            return plans.at("/0/campaign/name").stringValue();
        }
        if (plans.isEmpty()) {
            throw new Failure("The lab has no campaign that can be read; put one into its campaigns folder");
        }
        throw Failure.usage("The lab has several campaigns; choose one with --campaign: " + names(plans));
    }

    private static String names(JsonNode plans) {
        List<String> names = new ArrayList<>();
        plans.forEach(plan -> names.add(plan.at("/campaign/name").asString("")));
        return String.join(", ", names);
    }
}
