package org.busbar.analyses.cycling;

/** Numbers the cycles: by the column where there is one, else by the sign of the current. */
final class CycleNumbers {

    private CycleNumbers() {}

    /**
     * The cycle of each row.
     *
     * @throws IllegalArgumentException if the column holds a number that is not whole
     */
    static long[] of(String analysis, Recording recording, Direction[] directions) {
        return recording.has(Recording.CYCLE) ? whole(analysis, recording.column(Recording.CYCLE)) : bySign(directions);
    }

    private static long[] whole(String analysis, double[] column) {
        long[] cycles = new long[column.length];
        for (int i = 0; i < column.length; i++) {
            cycles[i] = Math.round(column[i]);
            if (Math.abs(column[i] - cycles[i]) > 1e-9) {
                throw new IllegalArgumentException(analysis + ": cycle = " + column[i] + " at position " + i
                        + " is not a whole number; give the number of the cycle of each row, or none at all");
            }
        }
        return cycles;
    }

    /** From 1; the next one begins when the current turns back to the direction that came first. */
    private static long[] bySign(Direction[] directions) {
        long[] cycles = new long[directions.length];
        Direction first = Direction.REST;
        Direction last = Direction.REST;
        long cycle = 1;
        for (int i = 0; i < directions.length; i++) {
            Direction now = directions[i];
            if (now != Direction.REST) {
                first = first == Direction.REST ? now : first;
                cycle += now == first && last != first && last != Direction.REST ? 1 : 0;
                last = now;
            }
            cycles[i] = cycle;
        }
        return cycles;
    }
}
