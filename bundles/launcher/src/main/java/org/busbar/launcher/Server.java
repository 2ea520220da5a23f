package org.busbar.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server of one lab, from the first bundle to the last. */
final class Server {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final Duration HTTP_BOUND = Duration.ofSeconds(30);
    private static final Duration STOP_BOUND = Duration.ofSeconds(20);

    private final LabFolder lab;
    private final Platform platform;

    private Server(LabFolder lab, Platform platform) {
        this.lab = lab;
        this.platform = platform;
    }

    /** Serves a lab until it is stopped, and returns the exit code. */
    static int run(Path home, LabFolder lab, Listener listener, boolean console, Logging logging) {
        try {
            serve(home, lab, listener, console, logging);
            return 0;
        } catch (Refusal refusal) {
            logging.await();
            LOG.error(refusal.sentence());
            return refusal.exitCode();
        } catch (Exception e) {
            logging.await();
            LOG.error("Lab {} cannot be served", lab.path(), e);
            return Refusal.PLATFORM;
        }
    }

    private static void serve(Path home, LabFolder lab, Listener listener, boolean console, Logging logging)
            throws Exception {
        Claim claim = Claim.of(lab);
        try {
            ServerFile.remove(lab); // a server that was killed leaves it
            Scratch.empty(lab.tmp());
            start(home, lab, listener, console, logging).await();
        } finally {
            claim.close();
        }
    }

    /**
     * Starts the platform and returns when HTTP answers and {@code data/server.json} says where. From then on the end
     * of the process, by whatever signal but SIGKILL, stops it in good order.
     */
    static Server start(Path home, LabFolder lab, Listener listener, boolean console, Logging logging)
            throws Refusal, IOException, BundleException, InvalidSyntaxException, InterruptedException {
        Ports.check(listener);
        Server server = new Server(lab, Platform.boot(Settings.of(home, lab, listener, console)));
        logging.await();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
        server.platform.start(home);
        server.announce(listener, Endpoint.await(server.platform.context(), listener, HTTP_BOUND));
        return server;
    }

    /** The framework of this server. */
    Platform platform() {
        return platform;
    }

    /** Waits until the platform is stopped. */
    void await() throws InterruptedException {
        platform.await();
    }

    /** Takes the announcement back, then stops all bundles; waits 20 s for them at most. */
    void stop() {
        try {
            ServerFile.remove(lab);
            if (!platform.stop(STOP_BOUND)) {
                LOG.warn(
                        "Bundles of lab {} still run {} s after the stop; leaving them",
                        lab.name(),
                        STOP_BOUND.toSeconds());
            }
            LOG.info("Busbar is stopped (lab {})", lab.name());
        } catch (IOException | BundleException e) {
            LOG.error("Lab {} could not be stopped in good order", lab.path(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void announce(Listener listener, String url) throws IOException, Refusal {
        if (listener.tls().isPresent()) {
            ServerFile.writeCertificate(lab, listener.tls().get().certificate());
        }
        ServerFile.write(lab, url, ProcessHandle.current().pid());
        LOG.info("Busbar is ready at {} (lab {}) after {} s", url, lab.name(), age());
        if (listener.insecureLocal()) {
            LOG.warn("Whoever uses this machine may do everything (--insecure-local)");
        } else if (listener.tls().isEmpty() && !listener.isLocal()) {
            LOG.warn("Passwords and tokens cross the network in the clear; use TLS, or a proxy that does");
        }
    }

    /** Seconds since the process began, the start of the JVM included. */
    private static String age() {
        Instant now = Instant.now();
        Instant begun = ProcessHandle.current().info().startInstant().orElse(now);
        return String.format(Locale.ROOT, "%.1f", Duration.between(begun, now).toMillis() / 1000.0);
    }
}
