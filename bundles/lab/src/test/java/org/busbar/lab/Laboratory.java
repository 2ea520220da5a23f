package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Price;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Tenant;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.busbar.api.lab.Procedure;
import org.busbar.broker.Board;
import org.busbar.broker.JournaledBroker;
import org.busbar.broker.JournaledResults;
import org.busbar.broker.TenantDesk;
import org.busbar.inventory.JournaledInventory;
import org.busbar.journal.SqliteJournal;
import org.busbar.orchestrator.JournaledOrchestrator;

/** A lab from its journal on: real journal, broker and orchestrator, and one meter. The tenant comes when told. */
final class Laboratory implements AutoCloseable {

    static final Parameter.Real X = Parameter.real("x", "V", 0, 10);
    static final Parameter.Real Y = Parameter.real("y", "A");

    final SqliteJournal journal;
    final LabFolder folder;
    final TenantDesk tenants;
    final JournaledBroker broker;
    private final JournaledResults results;
    final JournaledOrchestrator orchestrator;
    private LabTenant tenant;

    Laboratory(Path root, Meter meter) {
        journal = new SqliteJournal(root.resolve("data/journal.sqlite"));
        folder = new LabFolder(root, journal);
        tenants = new TenantDesk(journal);
        Board board = new Board(journal);
        broker = new JournaledBroker(journal, board, tenants);
        results = new JournaledResults(journal, board, tenants);
        orchestrator = new JournaledOrchestrator(journal, new JournaledInventory(journal));
        orchestrator.add(meter, Agent.named("meter"), meter);
    }

    /** Brings the tenant up as the framework does: at work first, then told of events. */
    Laboratory withTenant() {
        return withTenant(() -> {}, 600_000);
    }

    /** @param between what happens after its first look, before it is told of events; it looks again soon */
    Laboratory withTenant(Runnable between, long look) {
        tenant = new LabTenant(folder, broker, results, tenants, orchestrator, journal, Duration.ofMillis(look));
        between.run();
        journal.addListener(tenant);
        tenants.addTenant(tenant, Map.of("lab.id", LabTenant.ID));
        return this;
    }

    LabTenant tenant() {
        return tenant;
    }

    /** One measurement that determines {@code current}. */
    static Procedure measure(String name, String method, Parameter... inputs) {
        Step step = new Step.Act("read", "measure", "", Map.of("x", new Input.Given("x")));
        Sequence sequence =
                new Sequence(name, "1", List.of(inputs), List.of(step), Map.of("y", new Input.Output("read", "y")));
        return new Procedure(sequence, "current", method, Price.UNKNOWN, 0);
    }

    Laboratory withSequence() {
        put("a", measure("a", "sweep", X));
        return this;
    }

    void put(String file, Procedure procedure) {
        folder.put(
                new File(folder.root().toFile(), "sequences/" + file + ".yaml"),
                procedure,
                new Documents(folder.root().resolve("elsewhere")).lines());
    }

    static Request request(String id, double x) {
        return new Request(id, "current", List.of(), Values.of("x", Quantity.of(x, "V")), "test");
    }

    <T extends LabEvent> List<T> events(String subject, Class<T> kind) {
        return journal.of(subject).stream()
                .map(recorded -> recorded.event())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    LabEvent.Resolved awaitResult(String request) throws InterruptedException {
        await(() -> !events(request, LabEvent.Resolved.class).isEmpty(), "no result: " + journal.read(0, 1000));
        return events(request, LabEvent.Resolved.class).get(0);
    }

    Request.State state(String request) {
        return broker.ticket(request).orElseThrow().state();
    }

    /** A request comes while somebody offers it who then goes. */
    void submitForNobody(String id) {
        submitWhile("elsewhere", id, () -> {});
    }

    /** The lab takes a request, and the server is stopped before anything is done. */
    void reserveOnly(String id) {
        submitWhile(LabTenant.ID, id, () -> broker.reserve(id, LabTenant.ID, Duration.ZERO));
    }

    private void submitWhile(String tenant, String id, Runnable then) {
        Tenant other = () -> List.of(new Offer("current", "sweep", new Capability("current", List.of(X), List.of())));
        tenants.addTenant(other, Map.of("lab.id", tenant));
        broker.submit(request(id, 4));
        then.run();
        tenants.removeTenant(other);
    }

    void requireAnsweredOnce(String id) throws Exception {
        awaitResult(id);
        assertEquals(Request.State.RESOLVED, state(id));
        assertEquals(1, events(id, LabEvent.Resolved.class).size());
        assertEquals(1, events(id, LabEvent.Reserved.class).size());
        assertEquals(1, events("run-" + id, LabEvent.RunBegun.class).size());
        assertEquals(1, events("run-" + id, LabEvent.RunEnded.class).size());
    }

    void awaitEnd(String run) {
        try {
            await(() -> !events(run, LabEvent.RunEnded.class).isEmpty(), "not ended");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static void await(BooleanSupplier condition, String otherwise) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail(otherwise);
            }
            Thread.sleep(5);
        }
    }

    @Override
    public void close() throws Exception {
        if (tenant != null) {
            journal.removeListener(tenant);
            tenant.close();
        }
        orchestrator.close();
        journal.close();
    }

    /** A meter that counts what it does, can be held up and can say no. */
    static final class Meter implements Device {
        final AtomicInteger begun = new AtomicInteger();
        volatile CountDownLatch hold = new CountDownLatch(0);
        volatile String refusal = "";

        @Override
        public List<Action> actions() {
            return List.of(
                    Action.action("measure").takes(X).gives(Y).repeatable().does(this::measure));
        }

        private Values measure(Values in) throws Exception {
            begun.incrementAndGet();
            if (!hold.await(1, TimeUnit.MINUTES)) {
                throw new AssertionError("held too long");
            }
            if (!refusal.isEmpty()) {
                throw new DeviceException(refusal);
            }
            return Values.of("y", Quantity.of(in.get(X) / 2, "A"));
        }
    }
}
