package org.busbar.helao;

import java.util.Map;
import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Station;

/**
 * What this lab has just now.
 *
 * @param analyses what each analysis takes and gives, by its {@code lab.id}; may change at any time
 */
record LabVocabulary(Orchestrator orchestrator, Map<String, Capability> analyses) implements Vocabulary {

    @Override
    public Optional<Station> station(String device) {
        return orchestrator.stations().stream()
                .filter(station -> station.id().equals(device))
                .findFirst();
    }

    @Override
    public Optional<Capability> analysis(String id) {
        return Optional.ofNullable(analyses.get(id));
    }
}
