package org.busbar.drivers.simformulator;

import java.util.EnumMap;
import java.util.Map;

/**
 * What was asked for.
 *
 * @param pcShare PC / (PC + EC) by mass, 0 to 1
 * @param saltMolality LiPF6 per kg of solvent, mol/kg
 * @param mass of solvent and salt together, g
 */
record Recipe(double pcShare, double saltMolality, double mass) {

    Recipe {
        pcShare = Math.min(1, Math.max(0, pcShare)); // inputs may lie a rounding error outside
    }

    /** The four doses of a solvent whose share {@code cyclicShare} by mass is EC and PC. */
    Masses masses(double cyclicShare) {
        double solvent = mass / (1 + saltMolality * Masses.KG_PER_MOL);
        double cyclic = cyclicShare * solvent;
        Map<Substance, Double> doses = new EnumMap<>(Substance.class);
        doses.put(Substance.EMC, solvent - cyclic);
        doses.put(Substance.PC, pcShare * cyclic);
        doses.put(Substance.EC, (1 - pcShare) * cyclic);
        doses.put(Substance.LIPF6, mass - solvent);
        return new Masses(doses);
    }

    /** As the logbook says it. */
    @Override
    public String toString() {
        return "pc_share=" + pcShare + " salt_molality=" + saltMolality + "mol/kg mass=" + mass + "g";
    }
}
