package org.busbar.lab;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.lab.Procedure;
import org.jspecify.annotations.Nullable;

/**
 * What the sequences of this lab determine. Worked out once and kept until something changes, as every request asks for
 * it. Safe for use by many threads.
 */
final class LabOffers {

    private final LabFolder lab;
    private final Orchestrator orchestrator;
    private @Nullable List<Offer> known; // guarded by this
    private long changes; // guarded by this

    LabOffers(LabFolder lab, Orchestrator orchestrator) {
        this.lab = lab;
        this.orchestrator = orchestrator;
    }

    /** A sequence, a device or an analysis has come, changed or gone. */
    synchronized void forget() {
        known = null;
        changes++;
    }

    List<Offer> all() {
        List<Offer> offers;
        long before;
        synchronized (this) {
            offers = known;
            before = changes;
        }
        return offers == null ? workedOut(before) : offers;
    }

    private List<Offer> workedOut(long before) {
        List<Offer> offers = lab.procedures().stream()
                .filter(procedure -> !procedure.quantity().isEmpty())
                .map(this::offer)
                .toList();
        synchronized (this) {
            known = changes == before ? offers : null;
        }
        return offers;
    }

    private Offer offer(Procedure procedure) {
        Capability capability = new Capability(
                procedure.quantity(), procedure.sequence().inputs(), orchestrator.outputs(procedure.sequence()));
        return new Offer(procedure.quantity(), procedure.method(), capability, List.of(), procedure.price());
    }

    /** What is wrong with outputs; of those whose device is not there just now nothing is known. */
    static List<String> outputRefusals(Offer offer, Values outputs) {
        Set<String> declared =
                offer.capability().outputs().stream().map(Parameter::name).collect(Collectors.toSet());
        Values known = Values.none();
        for (String name : outputs.names()) {
            known = declared.contains(name) ? known.with(name, outputs.get(name)) : known;
        }
        return offer.capability().outputRefusals(known);
    }
}
