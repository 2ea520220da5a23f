package org.busbar.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Tenant;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.LabListener;
import org.busbar.api.event.Recorded;
import org.busbar.broker.Board;
import org.busbar.broker.JournaledBroker;
import org.busbar.broker.JournaledResults;
import org.busbar.broker.TenantDesk;
import org.busbar.journal.SqliteJournal;

/** A tenant of a real broker that answers k = -(x - 3)^2, at once or when it is released. */
final class Answering implements Tenant, LabListener {

    private static final Offer OFFER = new Offer(
            "k", "m", new Capability("k", List.of(Parameter.real("x", "1")), List.of(Parameter.real("k", "mS/cm"))));

    final JournaledBroker broker;
    final List<Request> asked = Collections.synchronizedList(new ArrayList<>());
    final List<Request> held = new ArrayList<>();
    volatile boolean hold;
    volatile int failing;
    volatile int mostOpen;
    private final JournaledResults results;

    Answering(SqliteJournal journal) {
        TenantDesk tenants = new TenantDesk(journal);
        tenants.addTenant(this, Map.of("lab.id", "me"));
        Board board = new Board(journal);
        broker = new JournaledBroker(journal, board, tenants);
        results = new JournaledResults(journal, board, tenants);
        journal.addListener(this);
    }

    @Override
    public List<Offer> offers() {
        return List.of(OFFER);
    }

    @Override
    public synchronized void on(Recorded recorded) {
        if (recorded.event() instanceof LabEvent.Requested requested) {
            take(requested.requested());
        } else if (recorded.event() instanceof LabEvent.Unresolved unresolved) {
            held.removeIf(one -> one.id().equals(unresolved.request()));
        }
    }

    private void take(Request request) {
        asked.add(request);
        held.add(request);
        mostOpen = Math.max(mostOpen, held.size());
        if (!hold) {
            release();
        }
    }

    synchronized void answerLast() {
        answer(held.remove(held.size() - 1));
    }

    synchronized void answerFirst() {
        answer(held.remove(0));
    }

    synchronized int held() {
        return held.size();
    }

    synchronized void release() {
        held.forEach(this::answer);
        held.clear();
    }

    private void answer(Request request) {
        double x = request.inputs().quantity("x").value();
        broker.reserve(request.id(), "me", Duration.ZERO);
        if (failing-- > 0) {
            broker.fail(request.id(), "me", "no luck");
        } else {
            Values outputs = Values.of("k", Quantity.of(-(x - 3) * (x - 3), "mS/cm"));
            results.resolve(new Result(request, "me", "m", outputs, List.of(), Instant.now()));
        }
    }

    /** Corrects what was measured. */
    void amend(String request, double k) {
        results.amend(request, Values.of("k", Quantity.of(k, "mS/cm")), "anna", "wrong scale");
    }

    /** Has what was measured count no more. */
    void delete(String request) {
        results.delete(request, "anna", "a leak");
    }
}
