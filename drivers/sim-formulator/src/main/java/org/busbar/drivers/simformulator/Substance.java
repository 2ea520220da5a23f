package org.busbar.drivers.simformulator;

/**
 * What the formulator doses, in the order of dosing: the salt last, into the solvent.
 *
 * <p>Densities: K. Xu, Chem. Rev. 104 (2004) 4303, table 1, doi:10.1021/cr030203g (EC molten, at 40 Cel; PC and EMC at
 * 25 Cel).
 */
enum Substance {
    EMC("EMC", 0.1 * 1.006),
    PC("PC", 0.1 * 1.200),
    EC("EC", 0.1 * 1.321),
    LIPF6("LiPF6", 0.010);

    /** Time until the balance is steady after a dose, s. */
    private static final double SETTLING = 5;

    private final String symbol;
    private final double gramsPerSecond;

    /** @param gramsPerSecond for liquids 0.1 mL/s times the density in g/mL; for the powder its gravimetric rate */
    Substance(String symbol, double gramsPerSecond) {
        this.symbol = symbol;
        this.gramsPerSecond = gramsPerSecond;
    }

    /** The usual abbreviation or formula, which is its name in a sample file. */
    String symbol() {
        return symbol;
    }

    /** Lab time in s to dose {@code mass} g and weigh it; 0 if there is nothing to dose. */
    double seconds(double mass) {
        return mass > 0 ? mass / gramsPerSecond + SETTLING : 0;
    }
}
