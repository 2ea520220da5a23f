package org.busbar.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.event.LabEvent;
import org.busbar.journal.SqliteJournal;

/** A broker that answers k = -(x - 3)^2 by itself, at once or when it is released. */
final class Answering implements Broker {
    final SqliteJournal journal;
    final List<Request> asked = Collections.synchronizedList(new ArrayList<>());
    final List<Request> held = new ArrayList<>();
    volatile boolean hold;
    volatile int failing;
    volatile int mostOpen;

    Answering(SqliteJournal journal) {
        this.journal = journal;
    }

    @Override
    public synchronized void submit(Request request) {
        if (asked.stream().anyMatch(one -> one.id().equals(request.id()))) {
            return;
        }
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
        if (failing-- > 0) {
            journal.append(new LabEvent.Unresolved(Instant.now(), request.id(), Request.State.FAILED, "no luck"));
        } else {
            Values outputs = Values.of("k", Quantity.of(-(x - 3) * (x - 3), "mS/cm"));
            Result result = new Result(request, "me", "m", outputs, List.of(), Instant.now());
            journal.append(new LabEvent.Resolved(Instant.now(), result));
        }
    }

    @Override
    public List<Request> pending() {
        return List.of();
    }

    @Override
    public List<Request> reserved(String tenant) {
        return List.of();
    }

    @Override
    public Optional<Request.State> state(String request) {
        return Optional.empty();
    }

    @Override
    public boolean reserve(String request, String tenant) {
        return false;
    }

    @Override
    public void resolve(Result result) {}

    @Override
    public void fail(String request, String tenant, String reason) {}

    @Override
    public synchronized void retract(String request, String reason) {
        if (held.removeIf(one -> one.id().equals(request))) {
            journal.append(new LabEvent.Unresolved(Instant.now(), request, Request.State.RETRACTED, reason));
        }
    }

    @Override
    public Map<String, List<Offer>> offers() {
        return Map.of();
    }
}
