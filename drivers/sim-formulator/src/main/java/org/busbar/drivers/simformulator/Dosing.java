package org.busbar.drivers.simformulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/**
 * How four doses turn out.
 *
 * @param dosed what is in the vial, g
 * @param weighed what the balance shows of it, g
 */
record Dosing(Masses dosed, Masses weighed) {

    /** Smallest difference the balance shows, g. */
    static final double RESOLUTION = 1e-4;

    /** Standard uncertainty of what the balance shows, g: anything within half a digit is equally likely. */
    static final double UNCERTAINTY = RESOLUTION / Math.sqrt(12);

    /**
     * Doses {@code wanted}: each dose ends off its target by a normal relative error, and the balance rounds.
     *
     * @param relativeError standard deviation of the relative error
     * @param chance where the errors come from
     */
    static Dosing of(Masses wanted, double relativeError, Random chance) {
        Map<Substance, Double> dosed = new EnumMap<>(Substance.class);
        Map<Substance, Double> weighed = new EnumMap<>(Substance.class);
        for (Substance substance : Substance.values()) {
            double error = relativeError * chance.nextGaussian();
            double rounding = RESOLUTION * (chance.nextDouble() - 0.5);
            double shown = RESOLUTION * Math.rint(wanted.of(substance) * Math.max(0, 1 + error) / RESOLUTION);
            weighed.put(substance, shown);
            dosed.put(substance, shown > 0 ? shown + rounding : 0);
        }
        return new Dosing(new Masses(dosed), new Masses(weighed));
    }
}
