package org.busbar.drivers.simconductivitycell;

/** The jacket of the cell, whose temperature approaches its set point exponentially. */
final class Thermostat {

    /** Temperature of the room, Cel. */
    static final double AMBIENT = 25;

    /** Standard uncertainty of the temperature of the electrolyte once it is steady, K; steady is nearer than this. */
    static final double UNCERTAINTY = 0.1;

    /** s */
    private static final double TIME_CONSTANT = 180;

    private volatile double temperature = AMBIENT;

    /** Lab time in s to come from the present temperature to {@code celsius}. */
    double seconds(double celsius) {
        return TIME_CONSTANT * Math.log(Math.max(1, Math.abs(celsius - temperature) / UNCERTAINTY));
    }

    /**
     * Returns when the electrolyte is steady at {@code celsius}.
     *
     * @throws InterruptedException if told to stop; then the jacket is switched off and back at room temperature
     * @throws IllegalStateException if {@code time} was stopped; the same holds
     */
    void reach(double celsius, LabTime time) throws InterruptedException {
        double seconds = seconds(celsius);
        temperature = AMBIENT;
        time.pass(seconds);
        temperature = celsius;
    }
}
