package org.busbar.orchestrator;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Station;
import org.busbar.api.link.LinkStatus;

/** A lab with a pump on a link. */
final class LinkedRig implements AutoCloseable {

    static final String LINK = "serial:/dev/ttyUSB0";

    final Linked pump = new Linked();
    final Rig rig;

    LinkedRig(Path folder) {
        rig = new Rig(folder);
    }

    @Override
    public void close() throws Exception {
        rig.close();
    }

    void plugIn() {
        rig.orchestrator.add(pump, new Agent("pump", "org.x", "1", "", Map.of("link", LINK)), pump);
    }

    Station station() {
        return rig.orchestrator.stations().get(0);
    }

    void await(Station.State state, Detail... code) throws InterruptedException {
        Optional<Detail> wanted = code.length == 0 ? Optional.empty() : Optional.of(code[0]);
        Rig.await(() -> station().state() == state && station().code().equals(wanted), "it is " + station());
    }

    List<Station.State> told() {
        return rig.journal.of("pump").stream()
                .map(recorded -> recorded.event())
                .filter(LabEvent.StateChanged.class::isInstance)
                .map(event -> ((LabEvent.StateChanged) event).state())
                .toList();
    }

    static Run dose() {
        return Plans.run("r", Plans.dose("a", "pump", 1));
    }

    static DeviceException no(Detail detail) {
        return new DeviceException(detail, "it is " + detail);
    }

    static LinkStatus status(String uri, LinkStatus.State state) {
        return new LinkStatus(
                uri,
                state,
                "the plug was pulled",
                Instant.now(),
                List.of(),
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
