package org.busbar.shell;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code busbar} command. Exits with 0 if all was done, 1 if something failed, 2 if it was called wrongly. */
@Command(
        name = "busbar",
        description = "Runs self-driving labs.",
        mixinStandardHelpOptions = true,
        version = "busbar 1.0.0-SNAPSHOT",
        subcommands = {
            RunCommand.class,
            StartCommand.class,
            StatusCommand.class,
            StopCommand.class,
            RunsCommand.class,
            OrderCommand.class,
            InquiriesCommand.class,
            SettleCommand.class,
            SwapCommand.class,
            ShadowCommand.class,
            ReplayCommand.class,
            ExplainCommand.class,
            OptimizersCommand.class,
            AnalysesCommand.class,
            AnalyseCommand.class,
            ChartsCommand.class,
            ReanalyseCommand.class,
            SequenceCommand.class,
            DeviceCommand.class,
            LinkCommand.class,
            NewCommand.class,
            PluginCommand.class,
            LoginCommand.class,
            LogoutCommand.class,
            UserCommand.class,
            TokenCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Main {

    /** Starts the command. */
    public static void main(String[] arguments) {
        System.exit(commandLine(home()).execute(arguments));
    }

    /** The folder of the distribution, which the start script names. */
    private static Optional<Path> home() {
        return Optional.ofNullable(System.getProperty("busbar.home")).map(Path::of);
    }

    static CommandLine commandLine(Optional<Path> home) {
        CommandLine line = new CommandLine(new Main(), new Factory(home)).setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((fault, command, parsed) -> {
            if (fault instanceof Failure failure) {
                PrintWriter err = command.getErr();
                err.println(command.getColorScheme().errorText(failure.getMessage()));
                return failure.exitCode;
            }
            throw fault;
        });
        return line;
    }

    /** Gives the commands the folder of the distribution. */
    private record Factory(Optional<Path> home) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == RunCommand.class) {
                return type.cast(new RunCommand(home));
            }
            return type == StartCommand.class
                    ? type.cast(new StartCommand(home))
                    : CommandLine.defaultFactory().create(type);
        }
    }
}
