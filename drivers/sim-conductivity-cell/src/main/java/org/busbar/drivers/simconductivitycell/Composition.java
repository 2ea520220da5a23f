package org.busbar.drivers.simconductivitycell;

/** Masses in g of what is in one vial. */
record Composition(double ec, double pc, double emc, double salt) {

    /** Molar mass of LiPF6, kg/mol, from the standard atomic weights (IUPAC 2021). */
    private static final double KG_PER_MOL = 0.151905;

    /** PC / (PC + EC) by mass; NaN if there is neither. */
    double pcShare() {
        return pc / (pc + ec);
    }

    /** LiPF6 per kg of solvent, mol/kg. */
    double saltMolality() {
        return salt / KG_PER_MOL / (ec + pc + emc);
    }
}
