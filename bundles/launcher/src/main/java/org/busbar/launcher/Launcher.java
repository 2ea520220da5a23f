package org.busbar.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Starts the server of a lab: {@code java -cp 'lib/*' -Dbusbar.home=<distribution> org.busbar.launcher.Launcher <lab
 * folder>}, see {@link Arguments#USAGE} for the options.
 *
 * <p>Exit codes: 0 stopped from inside, 1 the platform cannot start, 2 wrong arguments or lab folder; the reason is one
 * sentence on the error stream.
 */
public final class Launcher {

    private Launcher() {}

    /** Runs until the platform is stopped. */
    public static void main(String... words) {
        System.exit(run(words));
    }

    private static int run(String... words) {
        try {
            Arguments arguments = Arguments.parse(words);
            Path home = home();
            LabFolder lab = LabFolder.open(arguments.lab());
            prepare(lab);
            Listener listener = Listener.of(arguments, lab);
            return Server.run(home, lab, listener, arguments.console(), Logging.begin(home));
        } catch (Refusal refusal) {
            System.err.println(refusal.sentence());
            return refusal.exitCode();
        }
    }

    /** Where this distribution is installed. */
    private static Path home() throws Refusal {
        Path home =
                Path.of(System.getProperty("busbar.home", "")).toAbsolutePath().normalize();
        if (!Files.isDirectory(home.resolve("bundle"))) {
            throw new Refusal(
                    Refusal.PLATFORM,
                    "The folder " + home
                            + " holds no folder 'bundle'; set -Dbusbar.home to the folder of the distribution.");
        }
        return home;
    }

    /** Sets what libraries read once from system properties, before the first of them is loaded. */
    private static void prepare(LabFolder lab) {
        System.setProperty("busbar.lab", lab.path().toString());
        System.setProperty("java.io.tmpdir", lab.tmp().toString());
        System.setProperty("org.sqlite.tmpdir", lab.tmp().toString());
    }
}
