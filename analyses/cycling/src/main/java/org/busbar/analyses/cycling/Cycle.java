package org.busbar.analyses.cycling;

/** One cycle: what passed in charge and in discharge. */
record Cycle(long number, HalfCycle charge, HalfCycle discharge) {

    Cycle(long number) {
        this(number, new HalfCycle(), new HalfCycle());
    }

    /** The half in that direction, which is not rest. */
    HalfCycle half(Direction direction) {
        return direction == Direction.CHARGE ? charge : discharge;
    }

    /** Whether current flowed both ways. */
    boolean full() {
        return charge.flowed() && discharge.flowed() && charge.capacity() > 0 && discharge.capacity() > 0;
    }

    /** Discharge capacity over charge capacity. */
    double coulombicEfficiency() {
        return discharge.capacity() / charge.capacity();
    }

    /** Energy taken out over energy put in. */
    double energyEfficiency() {
        return discharge.energy() / charge.energy();
    }

    /** Standard uncertainty of {@link #coulombicEfficiency}: the gain cancels, the offset counts twice. */
    double efficiencyUncertainty(Accuracy accuracy) {
        double offset = accuracy.offset() * (charge.relativeToOffset() + discharge.relativeToOffset());
        double switching = Math.hypot(charge.relativeSwitching(), discharge.relativeSwitching());
        return coulombicEfficiency() * Math.hypot(offset, switching);
    }
}
