package org.busbar.drivers.simformulator;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Mass in g of every substance in one vial, and the composition that makes. Immutable. */
record Masses(Map<Substance, Double> grams) {

    /** Molar mass of LiPF6, kg/mol, from the standard atomic weights (IUPAC 2021). */
    static final double KG_PER_MOL = 0.151905;

    Masses {
        grams = Collections.unmodifiableMap(new EnumMap<>(grams));
    }

    double of(Substance substance) {
        return grams.getOrDefault(substance, 0.0);
    }

    /** Mass of EC and PC, g. */
    double cyclic() {
        return of(Substance.EC) + of(Substance.PC);
    }

    /** Mass of the three carbonates, g. */
    double solvent() {
        return cyclic() + of(Substance.EMC);
    }

    /** PC / (PC + EC) by mass. */
    double pcShare() {
        return of(Substance.PC) / cyclic();
    }

    /** Standard uncertainty of {@link #pcShare} if each mass has the standard uncertainty {@code u}, g. */
    double pcShareUncertainty(double u) {
        return u * Math.hypot(of(Substance.EC), of(Substance.PC)) / (cyclic() * cyclic());
    }

    /** LiPF6 per kg of solvent, mol/kg. */
    double saltMolality() {
        return of(Substance.LIPF6) / KG_PER_MOL / solvent();
    }

    /** Standard uncertainty of {@link #saltMolality} if each of the four masses has the uncertainty {@code u}, g. */
    double saltMolalityUncertainty(double u) {
        return u * Math.hypot(1 / KG_PER_MOL, Math.sqrt(3) * saltMolality()) / solvent();
    }

    /** Lab time in s to dose all of it, one substance after the other. */
    double seconds() {
        return grams.entrySet().stream()
                .mapToDouble(dose -> dose.getKey().seconds(dose.getValue()))
                .sum();
    }
}
