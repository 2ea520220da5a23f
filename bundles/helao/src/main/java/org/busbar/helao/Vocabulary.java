package org.busbar.helao;

import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.experiment.Station;

/** What the lab has just now. */
interface Vocabulary {

    Optional<Station> station(String device);

    /** What an analysis takes and gives; empty if it is not there. */
    Optional<Capability> analysis(String id);
}
