package org.busbar.distribution.bench.studies.history;

import java.util.List;
import org.busbar.api.optimize.Observation;
import org.busbar.distribution.bench.studies.electrolyte.Temperature;
import org.busbar.optimizers.search.numeric.Keyed;

/** Measures a formulation once: gives one of its replicates, for a seed always the same. */
record Laboratory(Temperature material, long seed) {

    double measure(int formulation) {
        List<Double> replicates = material.formulation(formulation).replicates();
        Keyed keyed = Keyed.of(seed, Math.round(material.kelvin()), formulation);
        return replicates.get(keyed.below(replicates.size()));
    }

    Observation observe(int formulation) {
        return material.observation(formulation, measure(formulation));
    }
}
