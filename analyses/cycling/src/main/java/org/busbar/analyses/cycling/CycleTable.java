package org.busbar.analyses.cycling;

import static org.busbar.api.Parameter.curve;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.busbar.api.Parameter;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Series;
import org.busbar.api.Values;

/** The outputs that have a row per cycle. */
final class CycleTable {

    static final Curve CYCLE = curve("cycle", "1");
    static final Curve CHARGE = curve("charge_capacity", "A.h");
    static final Curve CHARGE_U = curve("charge_capacity_u", "A.h");
    static final Curve DISCHARGE = curve("discharge_capacity", "A.h");
    static final Curve DISCHARGE_U = curve("discharge_capacity_u", "A.h");
    static final Curve CHARGE_ENERGY = curve("charge_energy", "W.h");
    static final Curve DISCHARGE_ENERGY = curve("discharge_energy", "W.h");
    static final Curve CHARGE_BY_COUNTER = curve("charge_by_counter", "A.h");
    static final Curve DISCHARGE_BY_COUNTER = curve("discharge_by_counter", "A.h");

    static final Curve FULL_CYCLE = curve("full_cycle", "1");
    static final Curve FULL_CAPACITY = curve("full_cycle_capacity", "A.h");
    static final Curve FULL_CAPACITY_U = curve("full_cycle_capacity_u", "A.h");
    static final Curve COULOMBIC = curve("coulombic_efficiency", "1");
    static final Curve COULOMBIC_U = curve("coulombic_efficiency_u", "1");
    static final Curve ENERGY_EFFICIENCY = curve("energy_efficiency", "1");

    static final List<Parameter> COLUMNS = List.of(
            CYCLE,
            CHARGE,
            CHARGE_U,
            DISCHARGE,
            DISCHARGE_U,
            CHARGE_ENERGY,
            DISCHARGE_ENERGY,
            CHARGE_BY_COUNTER,
            DISCHARGE_BY_COUNTER,
            FULL_CYCLE,
            FULL_CAPACITY,
            FULL_CAPACITY_U,
            COULOMBIC,
            COULOMBIC_U,
            ENERGY_EFFICIENCY);

    private CycleTable() {}

    /** Rows of the cycles in which a current flows. */
    static Values of(List<Cycle> cycles, Accuracy accuracy) {
        return Values.none()
                .with(CYCLE.name(), column(CYCLE, cycles, Cycle::number))
                .with(CHARGE.name(), column(CHARGE, cycles, c -> c.charge().capacity()))
                .with(CHARGE_U.name(), column(CHARGE_U, cycles, c -> c.charge().uncertainty(accuracy)))
                .with(DISCHARGE.name(), column(DISCHARGE, cycles, c -> c.discharge()
                        .capacity()))
                .with(DISCHARGE_U.name(), column(DISCHARGE_U, cycles, c -> c.discharge()
                        .uncertainty(accuracy)))
                .with(CHARGE_ENERGY.name(), column(CHARGE_ENERGY, cycles, c -> c.charge()
                        .energy()))
                .with(DISCHARGE_ENERGY.name(), column(DISCHARGE_ENERGY, cycles, c -> c.discharge()
                        .energy()));
    }

    /** The same rows by the counters of the device; a counter that was not recorded gives none. */
    static Values counters(List<Cycle> cycles, Recording recording) {
        List<Cycle> charged = recording.has(Recording.CHARGE_COUNTER) ? cycles : List.of();
        List<Cycle> discharged = recording.has(Recording.DISCHARGE_COUNTER) ? cycles : List.of();
        return Values.none()
                .with(CHARGE_BY_COUNTER.name(), column(CHARGE_BY_COUNTER, charged, c -> c.charge()
                        .counter()))
                .with(DISCHARGE_BY_COUNTER.name(), column(DISCHARGE_BY_COUNTER, discharged, c -> c.discharge()
                        .counter()));
    }

    /** Rows of the cycles in which current flows both ways. */
    static Values full(List<Cycle> cycles, Accuracy accuracy) {
        return Values.none()
                .with(FULL_CYCLE.name(), column(FULL_CYCLE, cycles, Cycle::number))
                .with(FULL_CAPACITY.name(), column(FULL_CAPACITY, cycles, c -> c.discharge()
                        .capacity()))
                .with(FULL_CAPACITY_U.name(), column(FULL_CAPACITY_U, cycles, c -> c.discharge()
                        .uncertainty(accuracy)))
                .with(COULOMBIC.name(), column(COULOMBIC, cycles, Cycle::coulombicEfficiency))
                .with(COULOMBIC_U.name(), column(COULOMBIC_U, cycles, c -> c.efficiencyUncertainty(accuracy)))
                .with(ENERGY_EFFICIENCY.name(), column(ENERGY_EFFICIENCY, cycles, Cycle::energyEfficiency));
    }

    private static Series column(Curve parameter, List<Cycle> cycles, ToDoubleFunction<Cycle> of) {
        return new Series(cycles.stream().mapToDouble(of).toArray(), parameter.unit());
    }
}
