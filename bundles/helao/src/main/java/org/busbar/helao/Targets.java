package org.busbar.helao;

import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.experiment.Station;
import org.busbar.helao.Mapping.Server;
import org.busbar.helao.Mapping.Work;
import org.busbar.helao.Target.Kind;

/** Finds who in this lab does a step of HELAO, by the mapping and what the lab has. */
final class Targets {

    private final Mapping mapping;
    private final Vocabulary vocabulary;
    private final boolean patient;

    /** @param patient whether a device that is not there at all may still come, as after a start of the server */
    Targets(Mapping mapping, Vocabulary vocabulary, boolean patient) {
        this.mapping = mapping;
        this.vocabulary = vocabulary;
        this.patient = patient;
    }

    /**
     * Who does a step.
     *
     * @throws NotYet if the device or its driver is missing just now
     * @throws SoeException if there is nobody who could
     */
    Target of(SoeStep step) {
        Work work = mapping.work(step);
        Optional<Server> server = mapping.server(step);
        if (server.isPresent() && server.get() instanceof Server.OfOptimizer optimizer) {
            return new Target(Kind.OPTIMIZER, optimizer.id(), work, Optional.empty());
        }
        if (server.isPresent() && server.get() instanceof Server.OfDevice device) {
            return device(step, work, device.id());
        }
        if (server.isPresent() || step.type().equals("analysis")) {
            String id = work.name().isEmpty() ? step.action() : work.name();
            return analysis(step, work, id);
        }
        if (step.type().equals("ml")) {
            throw new SoeException(
                    step, "no optimizer is named for it; helao.json needs \"servers\": {\"ml\": {\"optimizer\": id}}");
        }
        return device(step, work, guessed(step));
    }

    private Target analysis(SoeStep step, Work work, String id) {
        Optional<Capability> capability = vocabulary.analysis(id);
        if (capability.isEmpty() && patient) {
            throw new NotYet(step + " waits for analysis '" + id + "'");
        }
        return new Target(Kind.ANALYSIS, id, work, capability);
    }

    private String guessed(SoeStep step) {
        String exact = step.server().replace(':', '-');
        boolean bare = vocabulary.station(exact).isEmpty()
                && vocabulary.station(step.type()).isPresent();
        return bare ? step.type() : exact;
    }

    private Target device(SoeStep step, Work work, String id) {
        String action = work.name().isEmpty() ? step.action() : work.name();
        Station station = vocabulary.station(id).orElseThrow(() -> missing(step, id));
        if (station.state() == Station.State.DRIVER_MISSING || station.actions().isEmpty()) {
            throw new NotYet(step + " waits for the driver of device '" + id + "'");
        }
        Optional<Capability> capability = station.actions().stream()
                .filter(known -> known.name().equals(action))
                .findFirst();
        if (capability.isEmpty()) {
            throw new SoeException(
                    step,
                    "device '" + id + "' has no action '" + action + "', only "
                            + station.actions().stream().map(Capability::name).toList());
        }
        return new Target(Kind.DEVICE, id, work, capability);
    }

    private RuntimeException missing(SoeStep step, String id) {
        return patient
                ? new NotYet(step + " waits for device '" + id + "'")
                : new SoeException(
                        step,
                        "there is no device '" + id + "'; add one of that name or name the right one under \"servers\""
                                + " in helao.json");
    }
}
