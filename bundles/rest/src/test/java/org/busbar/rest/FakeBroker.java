package org.busbar.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.event.LabEvent;

/** Offers conductivity between 0 and 2 mol/L. */
final class FakeBroker implements Broker {

    private static final Capability CAPABILITY = new Capability(
            "conductivity",
            List.of(Parameter.real("salt", "mol/L", 0, 2)),
            List.of(Parameter.real("conductivity", "mS/cm")));
    private final MemoryJournal journal;

    FakeBroker(MemoryJournal journal) {
        this.journal = journal;
    }

    @Override
    public void submit(Request request) {
        CAPABILITY.check(request.inputs());
        if (journal.of(request.id()).isEmpty()) {
            journal.append(new LabEvent.Requested(Instant.EPOCH, request));
        }
    }

    void answer(Request request) {
        Values outputs = Values.of("conductivity", Quantity.of(7.4, 0.2, "mS/cm"));
        journal.append(new LabEvent.Resolved(
                Instant.EPOCH, new Result(request, "lab", "eis", outputs, List.of(), Instant.EPOCH)));
    }

    @Override
    public List<Request> pending() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Request> reserved(String tenant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Request.State> state(String request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean reserve(String request, String tenant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resolve(Result result) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void fail(String request, String tenant, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void retract(String request, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, List<Offer>> offers() {
        return Map.of("lab", List.of(new Offer("conductivity", "eis", CAPABILITY)));
    }
}
