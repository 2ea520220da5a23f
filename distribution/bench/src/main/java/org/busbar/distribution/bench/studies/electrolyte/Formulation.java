package org.busbar.distribution.bench.studies.electrolyte;

import java.util.List;
import org.busbar.distribution.bench.optimizers.statistics.Sample;

/**
 * An electrolyte and what was measured of it at one temperature.
 *
 * @param share of PC against EC, as its source defines it
 * @param salt LiPF6, mol/kg
 * @param replicates conductivities, mS/cm; at least one
 */
public record Formulation(double share, double salt, List<Double> replicates) {

    public Formulation {
        replicates = List.copyOf(replicates);
    }

    /** Mean of the replicates, mS/cm. */
    public double conductivity() {
        return Sample.mean(replicates.stream().mapToDouble(v -> v).toArray());
    }
}
