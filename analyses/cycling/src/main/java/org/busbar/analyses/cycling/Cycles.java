package org.busbar.analyses.cycling;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds up charge and energy of a recording, cycle by cycle; for one thread.
 *
 * <p>Within a step the current is a straight line between two rows (trapezoid), split where it crosses 0. Where a step
 * column says that a step begins, see {@link StepBegin}.
 */
final class Cycles {

    private final Direction[] directions;
    private final long[] numbers;
    private final double[] time;
    private final double[] current;
    private final double[] voltage;
    private final double[] chargeCounter;
    private final double[] dischargeCounter;
    private final StepBegin begin;
    private final SortedMap<Long, Cycle> cycles = new TreeMap<>();
    private Cycle recent;
    private int unsampled;
    private double atUnsampled;

    private Cycles(Recording recording, Direction[] directions, long[] numbers) {
        this.directions = directions;
        this.numbers = numbers;
        this.time = recording.column(Recording.TIME);
        this.current = recording.column(Recording.CURRENT);
        this.voltage = recording.column(Recording.VOLTAGE);
        this.chargeCounter = recording.column(Recording.CHARGE_COUNTER);
        this.dischargeCounter = recording.column(Recording.DISCHARGE_COUNTER);
        this.begin = new StepBegin(recording, numbers);
        this.recent = new Cycle(numbers[0]);
        cycles.put(numbers[0], recent);
    }

    /** The cycles of a recording whose rows have these directions and numbers of cycles. */
    static Cycles of(Recording recording, Direction[] directions, long[] numbers) {
        Cycles cycles = new Cycles(recording, directions, numbers);
        cycles.row(0, 0);
        for (int i = 1; i < recording.rows(); i++) {
            cycles.interval(i);
            cycles.row(i, cycles.time[i] - cycles.time[i - 1]);
        }
        return cycles;
    }

    /** In order of their numbers. */
    List<Cycle> all() {
        return List.copyOf(cycles.values());
    }

    /** Intervals in which the current changes at an unknown moment. */
    int unsampled() {
        return unsampled;
    }

    /** The charge that may be wrong because of these, A.h: as if all switched at the other end. */
    double atUnsampled() {
        return atUnsampled / 3600;
    }

    private Cycle cycle(int row) {
        if (recent.number() != numbers[row]) {
            recent = cycles.computeIfAbsent(numbers[row], Cycle::new);
        }
        return recent;
    }

    private void row(int i, double seconds) {
        Cycle cycle = cycle(i);
        if (directions[i] != Direction.REST) {
            cycle.half(directions[i]).row(voltage[i], seconds);
        }
    }

    private void interval(int i) {
        Cycle cycle = cycle(i);
        double seconds = time[i] - time[i - 1];
        int from = begin.holds(i, i - 1);
        int to = begin.holds(i, i);
        double volt = (voltage[from] + voltage[to]) / 2;
        cycle.charge().add(positive(current[from], current[to]) * seconds, volt);
        cycle.discharge().add(positive(-current[from], -current[to]) * seconds, volt);
        addSwitching(cycle, i, seconds);
        addCounters(cycle, i);
    }

    /** The mean of the positive part of a straight line. */
    private static double positive(double from, double to) {
        if (from >= 0 && to >= 0) {
            return (from + to) / 2;
        }
        double highest = Math.max(from, to);
        return highest <= 0 ? 0 : highest * highest / Math.abs(to - from) / 2;
    }

    private void addSwitching(Cycle cycle, int i, double seconds) {
        if (seconds <= 0 || !(begin.at(i) || directions[i] != directions[i - 1])) {
            return;
        }
        double unknown = Math.abs(current[i] - current[i - 1]) * seconds;
        unsampled++;
        atUnsampled += unknown;
        Direction of = directions[i] == Direction.REST ? directions[i - 1] : directions[i];
        if (of != Direction.REST) {
            cycle.half(of).addSwitching(unknown / Math.sqrt(12));
        }
    }

    private void addCounters(Cycle cycle, int i) {
        cycle.charge().addCounter(rise(chargeCounter, i));
        cycle.discharge().addCounter(rise(dischargeCounter, i));
    }

    /** A counter that falls was set to 0 between the rows. */
    private static double rise(double[] counter, int i) {
        if (counter.length == 0) {
            return 0;
        }
        return counter[i] >= counter[i - 1] ? counter[i] - counter[i - 1] : counter[i];
    }
}
