package org.busbar.finales;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Results;
import org.busbar.api.broker.Tenant;
import org.busbar.api.broker.Tenants;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.LabListener;
import org.busbar.api.event.Recorded;
import org.busbar.api.security.Doorkeeper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * FINALES on top of the broker. While the file {@code finales.json} is there, the tenants of the registry are published
 * to the broker and the interface is served; a change of any file takes effect with the next {@link #poll}.
 */
final class Facade implements LabListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Facade.class);

    /** The services it stands on. */
    record Lab(Broker broker, Results results, Tenants tenants, Journal journal, Doorkeeper doorkeeper) {}

    /** Makes tenants known to the broker. */
    interface Publisher {
        /** @return takes it back */
        Runnable publish(String id, Tenant tenant);
    }

    private final Lab lab;
    private final Path folder;
    private final Publisher publisher;
    private final Registry registry;
    private final RegistryFolder files;
    private final RequestIds ids = new RequestIds();
    private final Passed passed = new Passed();
    private final Attendance attendance;
    private final Bindings bindings;
    private final Router router;
    private final Map<UUID, Runnable> published = new HashMap<>(); // of the polling thread
    private final Map<Path, String> reported = new HashMap<>(); // of the polling thread
    private Optional<Catalogue> upcoming = Optional.empty(); // of the polling thread: read, but not in force yet
    private volatile Settings settings = Settings.DEFAULT;
    private @Nullable FinalesServer server; // of the polling thread
    private @Nullable Settings served; // of the polling thread
    private @Nullable Runnable waitingRoom; // of the polling thread
    private @Nullable Runnable former; // of the polling thread

    /** Reads what the journal knows of former versions and refused results; blocks while it does. */
    Facade(Lab lab, Path folder, Publisher publisher) {
        this.lab = lab;
        this.folder = folder;
        this.publisher = publisher;
        registry = new Registry(lab.tenants(), new Versions(lab.journal()));
        files = new RegistryFolder(folder, this::report);
        bindings = new Bindings(registry::catalogue, lab.doorkeeper());
        attendance = new Attendance(lab.broker(), bindings, this::settings, lab.journal()::append);
        router = new Router(routes(), lab.doorkeeper(), attendance);
    }

    private List<Route> routes() {
        Requests requests = new Requests(lab.broker(), ids, registry);
        ResultView view = new ResultView(registry);
        List<Route> routes = new ArrayList<>(new UserOperations(lab.doorkeeper()).routes());
        routes.addAll(new CapabilityOperations(registry).routes());
        routes.addAll(requestOperations(requests).routes());
        routes.addAll(resultOperations(requests, view).routes());
        routes.add(new DumpOperation(lab.journal(), this::settings).route());
        routes.addAll(formerRoutes());
        routes.addAll(new DocumentOperations(routes).routes());
        return routes;
    }

    /** Those of FINALES before 2; not there unless the settings say so. */
    private List<Route> formerRoutes() {
        FormerOperations former = new FormerOperations(lab.broker(), lab.results(), lab.journal());
        return former.routes(new UserOperations(lab.doorkeeper())::login).stream()
                .map(route -> route.onlyIf(() -> settings.formerVersion()))
                .toList();
    }

    private RequestOperations requestOperations(Requests requests) {
        return new RequestOperations(
                new RequestPosting(lab.broker(), registry, bindings, this::settings, passed),
                new StatusChange(lab.broker(), requests, bindings, this::settings, passed),
                new RequestLists(
                        lab.broker(),
                        lab.journal(),
                        requests,
                        bindings,
                        this::settings,
                        new OfferWindow(Clock.systemUTC())),
                requests);
    }

    private ResultOperations resultOperations(Requests requests, ResultView view) {
        Quarantine quarantine = new Quarantine(lab.journal());
        ResultPosting posting = new ResultPosting(
                new ResultPosting.Lab(lab.broker(), lab.results(), lab.journal()),
                registry,
                requests,
                bindings,
                this::settings,
                passed,
                quarantine);
        return new ResultOperations(
                posting, new ResultLists(lab.journal(), view), lab.results(), requests, view, bindings, quarantine);
    }

    private Settings settings() {
        return settings;
    }

    Router router() {
        return router;
    }

    /** The port it is served on; empty while it is not. For the polling thread. */
    Optional<Integer> port() {
        return Optional.ofNullable(server).map(FinalesServer::port);
    }

    @Override
    public void on(Recorded recorded) {
        ids.on(recorded);
    }

    /** Takes up the requests the journal knows; blocks while it is read. */
    void takeUp() {
        ids.takeUp(lab.journal());
    }

    /** Looks for changed files and acts on them. For one thread. */
    void poll() {
        Path file = folder.resolve("finales.json");
        try {
            Optional<Settings> read = Settings.read(file);
            if (read.isEmpty()) {
                close();
                return;
            }
            settings = read.get();
            upcoming = files.read().or(() -> upcoming);
            upcoming.ifPresent(registry::put);
            upcoming = Optional.empty();
            publish();
            serve();
            reported.clear();
        } catch (IllegalArgumentException | IOException e) {
            reportOnce(file, String.valueOf(e.getMessage()));
        }
    }

    /** Reports owners that have been silent for too long. */
    void watch() {
        attendance.check(registry.catalogue());
    }

    private void publish() {
        Catalogue now = registry.catalogue();
        if (waitingRoom == null) {
            waitingRoom = publisher.publish(WaitingRoom.ID, new WaitingRoom(registry::catalogue, passed));
        }
        publishFormer();
        for (UUID gone : List.copyOf(published.keySet())) {
            if (now.active(gone).isEmpty()) {
                Optional.ofNullable(published.remove(gone)).ifPresent(Runnable::run);
            }
        }
        now.offers().keySet().forEach(uuid -> published.computeIfAbsent(uuid, this::published));
    }

    private void publishFormer() {
        if (settings.formerVersion() && former == null) {
            former = publisher.publish(FormerTenant.ID, new FormerTenant());
        } else if (!settings.formerVersion() && former != null) {
            former.run();
            former = null;
        }
    }

    private Runnable published(UUID uuid) {
        return publisher.publish(uuid.toString(), new FinalesTenant(uuid, registry::catalogue, this::settings, passed));
    }

    private void serve() throws IOException {
        Settings now = settings;
        if (server != null && now.equals(served)) {
            return;
        }
        stop();
        server = new FinalesServer(now, router);
        served = now;
        LOG.info("FINALES is served at {} port {}", now.host(), server.port());
    }

    private void stop() throws IOException {
        FinalesServer before = server;
        server = null;
        if (before != null) {
            before.close();
        }
    }

    private void report(Path file, String reason) {
        Path named = folder.getFileName().resolve(folder.relativize(file));
        LOG.warn("{}: {}", named, reason);
        lab.journal().append(new LabEvent.Faulted(Instant.now(), named.toString(), reason));
    }

    private void reportOnce(Path file, String reason) {
        if (!reason.equals(reported.put(file, reason))) {
            report(file, reason);
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        published.values().forEach(Runnable::run);
        published.clear();
        if (waitingRoom != null) {
            waitingRoom.run();
            waitingRoom = null;
        }
        if (former != null) {
            former.run();
            former = null;
        }
    }
}
