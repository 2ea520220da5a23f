package org.busbar.broker;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Price;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Tenant;
import org.busbar.api.broker.Wish;
import org.busbar.journal.SqliteJournal;

/** A broker on a real journal, with short ways to ask and answer. */
final class Rig implements AutoCloseable {

    static final Capability CAPABILITY = new Capability(
            "conductivity",
            List.of(Parameter.real("c", "mol/kg", 0, 2)),
            List.of(Parameter.real("conductivity", "mS/cm")));
    static final Offer EIS = new Offer("ionic_conductivity", "eis", CAPABILITY);

    final SqliteJournal journal;
    final TenantDesk tenants;
    final Board board;
    final Lapses lapses;
    final JournaledBroker broker;
    final JournaledResults results;
    private final Path folder;

    Rig(Path folder) {
        this.folder = folder;
        journal = new SqliteJournal(folder.resolve("journal.sqlite"));
        tenants = new TenantDesk(journal);
        board = new Board(journal);
        lapses = new Lapses(board, tenants, Duration.ofMillis(10));
        broker = new JournaledBroker(journal, board, tenants);
        results = new JournaledResults(journal, board, tenants);
    }

    Rig restarted() throws Exception {
        close();
        return new Rig(folder);
    }

    @Override
    public void close() throws Exception {
        lapses.close();
        journal.close();
    }

    /** A tenant in this process. */
    Tenant tenant(String id, Offer... offers) {
        Tenant tenant = () -> List.of(offers);
        tenants.addTenant(tenant, Map.of("lab.id", id));
        return tenant;
    }

    static Offer by(String method, Price.Source source, double cost, double uncertainty) {
        return new Offer(
                "ionic_conductivity",
                method,
                CAPABILITY,
                List.of(),
                new Price(source, cost, Duration.ZERO, uncertainty));
    }

    static Values c(double amount) {
        return Values.of("c", Quantity.of(amount, "mol/kg"));
    }

    static Request request(String id, double c) {
        return new Request(id, "ionic_conductivity", List.of(), c(c), "campaign:x");
    }

    static Request request(String id, Wish wish, String... methods) {
        return new Request(id, "ionic_conductivity", List.of(methods), c(1), Map.of(), "me", wish);
    }

    static Wish priority(int priority) {
        return new Wish(priority, Wish.NONE.deadline(), Wish.NONE.budget(), Wish.NONE.uncertainty(), "");
    }

    static Values siemens(double value) {
        return Values.of("conductivity", Quantity.of(value, 0.1, "mS/cm"));
    }

    Result result(String id, String tenant) {
        Request request = broker.ticket(id).orElseThrow().request();
        return new Result(request, tenant, "eis", siemens(7), List.of(), Instant.EPOCH);
    }

    Request.State state(String id) {
        return broker.ticket(id).orElseThrow().state();
    }

    List<String> pending(String tenant) {
        return broker.pending(tenant).stream().map(Request::id).toList();
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
}
