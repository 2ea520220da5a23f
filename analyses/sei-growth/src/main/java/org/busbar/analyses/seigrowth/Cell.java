package org.busbar.analyses.seigrowth;

/**
 * A graphite electrode that is charged at constant current, in SI units.
 *
 * @param current I, A
 * @param radius R of the particles, m
 * @param seiPotential U_SEI against lithium, V
 * @param filmConductivity of the SEI, S/m
 * @param electrolyteFraction of the volume of the electrode
 * @param saltDiffusivity D_e, m2/s
 * @param solidDiffusivity D_s, m2/s
 * @param intercalationExchange i_0 of intercalation, A/m2
 * @param seiExchange i_0 of the SEI reaction, A/m2
 * @param platingExchange i_0 of plating, A/m2
 * @param cutoff lower cut-off of the electrode against lithium, V
 * @param maximumConcentration of lithium in graphite, mol/m3
 * @param saltConcentration c_e, mol/m3
 * @param transference of the cation
 */
record Cell(
        double current,
        double radius,
        double seiPotential,
        double filmConductivity,
        double electrolyteFraction,
        double saltDiffusivity,
        double solidDiffusivity,
        double intercalationExchange,
        double seiExchange,
        double platingExchange,
        double cutoff,
        double maximumConcentration,
        double saltConcentration,
        double transference) {

    /** C/mol. */
    static final double FARADAY = 96485.33212;
    /** RT/F at 298.15 K, V. */
    static final double THERMAL = 8.314462618 * 298.15 / FARADAY;

    /** m2, of the coated foil. */
    private static final double AREA = 0.06;
    /** m, of the coating. */
    private static final double COATING = 6e-5;
    /** Volume fraction of binder and carbon. */
    private static final double BINDER = 0.05;
    /** m, through coating and separator. */
    private static final double PATH = 1e-4;
    /** S/m, of the free electrolyte. */
    private static final double ELECTROLYTE_CONDUCTIVITY = 1;

    private static final double BRUGGEMAN = 1.5;

    /** Volume fraction of graphite. */
    double graphite() {
        return 1 - electrolyteFraction - BINDER;
    }

    /** Of all particles, m2. */
    double surface() {
        return 3 * graphite() / radius * COATING * AREA;
    }

    /** On the surface of the particles, A/m2. */
    double currentDensity() {
        return current / surface();
    }

    /** Of the full graphite, C. */
    double capacity() {
        return FARADAY * graphite() * maximumConcentration * COATING * AREA;
    }

    /** What the stoichiometry at the surface of a particle is above the mean: j R/(5 F D_s c_max). */
    double surfaceExcess() {
        return currentDensity() * radius / (5 * FARADAY * solidDiffusivity * maximumConcentration);
    }

    /** Salt in the electrode while charging, mol/m3: c_e - (1 - t+) (I/A) path/(2 F D_e eps^1.5). */
    double depletedConcentration() {
        double drop = (1 - transference) * current / AREA * PATH / (2 * FARADAY * saltDiffusivity * tortuous());
        return saltConcentration - drop;
    }

    /** Ohmic and concentration overpotential of the electrolyte, V. */
    double electrolyteLoss() {
        double ohmic = current / AREA * PATH / (2 * ELECTROLYTE_CONDUCTIVITY * tortuous());
        double ratio = saltConcentration / depletedConcentration();
        return ohmic + 2 * THERMAL * (1 - transference) * StrictMath.log(ratio);
    }

    private double tortuous() {
        return StrictMath.pow(electrolyteFraction, BRUGGEMAN);
    }
}
