package org.busbar.analyses.seigrowth;

/**
 * One charge of a cell whose particles carry an SEI, from almost empty graphite to the cut-off, and a rest.
 *
 * <p>Potentials in V against lithium. The numbers that do not change during a charge are kept.
 */
final class Charge {

    /** Stoichiometry of graphite at the start. */
    static final double EMPTY = 0.01;
    /** Largest stoichiometry at the surface. */
    static final double FULL = 0.995;

    /** mol/m3, at which exchange current densities are given. */
    private static final double REFERENCE = 1000;
    /** A/m: F c D of the solvent in the SEI, with 4541 mol/m3 and 2e-20 m2/s. */
    private static final double SOLVENT = Cell.FARADAY * 4541 * 2e-20;
    /** m3/C: molar volume of the SEI, 0.162/1690 m3/mol, over 2 F. */
    private static final double VOLUME = 0.162 / 1690 / (2 * Cell.FARADAY);
    /** Part of the plated lithium that is not stripped again. */
    private static final double DEAD = 0.2;
    /** Part of the dead lithium that turns into SEI. */
    private static final double REACTED = 0.5;

    /** s, at open circuit after the charge, when the concentration in the particles is even again. */
    private static final double REST = 7200;

    private static final int NODES = 16;

    private final Cell cell;
    private final double density;
    private final double excess;
    private final double salt;
    private final double electrolyteLoss;

    Charge(Cell cell) {
        this.cell = cell;
        density = cell.currentDensity();
        excess = cell.surfaceExcess();
        salt = Math.sqrt(cell.depletedConcentration() / REFERENCE);
        electrolyteLoss = cell.electrolyteLoss();
    }

    /**
     * What one charge adds.
     *
     * @param thickness of SEI, m
     * @param lost lithium, C
     */
    record Growth(double thickness, double lost) {}

    /** What a charge adds to an SEI of that thickness, in m. */
    Growth on(double thickness) {
        double end = end(thickness);
        double step = (end - EMPTY) / NODES;
        double seconds = step * cell.capacity() / cell.current();
        double grown = 0;
        double lost = 0;
        for (int node = 0; node < NODES; node++) {
            double potential = interfacePotential(EMPTY + (node + 0.5) * step);
            double sei = seiCurrent(potential, thickness);
            double dead = DEAD * platingCurrent(potential);
            grown += VOLUME * (sei + REACTED * dead) * seconds;
            lost += cell.surface() * (sei + dead) * seconds;
        }
        double resting = seiCurrent(openCircuit(end), thickness) * REST;
        return new Growth(grown + VOLUME * resting, lost + cell.surface() * resting);
    }

    /** Mean stoichiometry at which the cut-off is reached, or the surface is full. */
    double end(double thickness) {
        double wanted = cell.cutoff() + electrolyteLoss + density * thickness / cell.filmConductivity();
        return Root.of(x -> interfacePotential(x) - wanted, EMPTY, FULL - excess);
    }

    /** Potential between graphite and SEI: open circuit less the overpotential of intercalation. */
    double interfacePotential(double mean) {
        double x = mean + excess;
        double exchange = 2 * cell.intercalationExchange() * salt * Math.sqrt(x * (1 - x));
        double argument = density / (2 * exchange);
        double overpotential = 2 * Cell.THERMAL * StrictMath.log(argument + Math.sqrt(argument * argument + 1));
        return openCircuit(x) - overpotential;
    }

    /** A smooth, falling stand-in for graphite with its two plateaus. */
    static double openCircuit(double x) {
        return 0.6 * StrictMath.exp(-20 * x)
                + 0.13
                - 0.03 * step((x - 0.22) / 0.06)
                - 0.02 * step((x - 0.52) / 0.05)
                - 0.02 * x
                - 0.06 * StrictMath.exp(40 * (x - 1));
    }

    /** The hyperbolic tangent. */
    private static double step(double z) {
        return 1 - 2 / (StrictMath.exp(2 * z) + 1);
    }

    /** Reaction and diffusion of solvent in series, A/m2. */
    private double seiCurrent(double potential, double thickness) {
        double reaction = cell.seiExchange() * StrictMath.exp((cell.seiPotential() - potential) / (2 * Cell.THERMAL));
        return 1 / (1 / reaction + thickness / SOLVENT);
    }

    private double platingCurrent(double potential) {
        return cell.platingExchange() * salt * StrictMath.exp(-potential / (2 * Cell.THERMAL));
    }
}
