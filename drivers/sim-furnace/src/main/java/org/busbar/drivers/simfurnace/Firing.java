package org.busbar.drivers.simfurnace;

/**
 * What the furnace is to do with a pellet.
 *
 * @param temperature to hold, K
 * @param ramp K/s
 * @param hold s, from when the pellet is within {@link #NEAR} of the temperature
 * @param atmosphere the gas, which flows before the heater is switched on
 */
record Firing(double temperature, double ramp, double hold, String atmosphere) {

    /** How long the gas flows before, s. */
    static final double PURGE = 600;

    private static final double NEAR = 2;

    /** Where a firing is. */
    enum Stage {
        PURGE,
        HEAT,
        HOLD,
        COOL,
        DONE
    }

    /**
     * How far it is.
     *
     * @param stage begun
     * @param since s since the stage began
     * @param target that the controller is told, K
     */
    record Progress(Stage stage, double since, double target) {

        static Progress begin() {
            return new Progress(Stage.PURGE, 0, Heat.AMBIENT);
        }

        private Progress on(double nextTarget) {
            return new Progress(stage, since + 1, nextTarget);
        }
    }

    /**
     * A second later.
     *
     * @param warm the furnace now
     * @param cool at which the door may be opened, K
     */
    Progress after(Progress now, Heat warm, double cool) {
        return switch (now.stage()) {
            case PURGE -> now.since() < PURGE ? now.on(Heat.AMBIENT) : new Progress(Stage.HEAT, 0, warm.pellet());
            case HEAT ->
                warm.pellet() < temperature - NEAR
                        ? now.on(Math.min(temperature, now.target() + ramp))
                        : new Progress(Stage.HOLD, 0, temperature);
            case HOLD -> now.since() < hold ? now.on(temperature) : new Progress(Stage.COOL, 0, Heat.AMBIENT);
            case COOL -> warm.pellet() > cool ? now.on(Heat.AMBIENT) : new Progress(Stage.DONE, 0, Heat.AMBIENT);
            case DONE -> now;
        };
    }
}
