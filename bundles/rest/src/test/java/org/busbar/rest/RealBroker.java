package org.busbar.rest;

import java.util.List;
import java.util.Map;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.event.Journal;
import org.busbar.broker.Board;
import org.busbar.broker.JournaledBroker;
import org.busbar.broker.JournaledResults;
import org.busbar.broker.Lapses;
import org.busbar.broker.TenantDesk;

/** The broker that is shipped, with a tenant {@code lab} within, which offers conductivity between 0 and 2 mol/L. */
final class RealBroker {

    private static final Capability CAPABILITY = new Capability(
            "conductivity",
            List.of(Parameter.real("salt", "mol/L", 0, 2)),
            List.of(Parameter.real("conductivity", "mS/cm")));

    final TenantDesk tenants;
    final JournaledBroker broker;
    final JournaledResults results;
    private final Journal journal;
    private final Board board;

    RealBroker(Journal journal) {
        this.journal = journal;
        board = new Board(journal);
        tenants = new TenantDesk(journal);
        tenants.addTenant(() -> List.of(new Offer("conductivity", "eis", CAPABILITY)), Map.of("lab.id", "lab"));
        broker = new JournaledBroker(journal, board, tenants);
        results = new JournaledResults(journal, board, tenants);
    }

    /** Everything that has to do with it. */
    List<Routes> groups(Feed feed) {
        return List.of(
                new TenantRoutes(tenants),
                new RequestRoutes(broker, tenants, journal, feed),
                new RequestVerbRoutes(broker, tenants),
                new ResultAnswerRoutes(broker, results, tenants),
                new AnswerRoutes(broker, results, tenants),
                new TraceRoutes(broker, results, journal));
    }

    /** What makes leases and deadlines count; to be closed. */
    Lapses lapses() {
        return new Lapses(board, tenants);
    }

    /** Answers as the tenant within. */
    void answer(Request request) {
        Values outputs = Values.of("conductivity", Quantity.of(7.4, 0.2, "mS/cm"));
        results.resolve(new Result(request, "lab", "eis", outputs, List.of(), java.time.Instant.EPOCH));
    }
}
