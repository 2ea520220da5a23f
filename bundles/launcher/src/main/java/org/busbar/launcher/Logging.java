package org.busbar.launcher;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sets logging up on a thread of its own, as reading Logback's configuration takes as long as starting the framework. */
final class Logging {

    private final Thread setUp = new Thread(Logging::setUp, "logging");

    private Logging() {}

    /** Begins with the configuration in {@code conf/logback.xml}, unless the command line names another. */
    static Logging begin(Path home) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty(
                    "logback.configurationFile",
                    home.resolve("conf/logback.xml").toString());
        }
        Logging logging = new Logging();
        logging.setUp.start();
        return logging;
    }

    /** Waits until what is logged is written; before that a process that ends would lose it. */
    void await() {
        boolean interrupted = false;
        while (setUp.isAlive()) {
            try {
                setUp.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void setUp() {
        LoggerFactory.getILoggerFactory();
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
