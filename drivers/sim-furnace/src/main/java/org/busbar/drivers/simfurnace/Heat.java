package org.busbar.drivers.simfurnace;

/**
 * The furnace as it is warm, and its controller.
 *
 * <p>A chamber of capacity C is heated with a power P and loses heat by conduction and radiation,
 * {@code C dT/dt = P - G (T - Ta) - S (T^4 - Ta^4)}; pellet and thermocouple follow it with a first-order lag. The
 * controller is a PI controller with limited output, whose integral stands still while the output is at its limit.
 *
 * @param chamber K
 * @param pellet K; what the thermocouple shows
 * @param integral of the controller, W
 * @param power of the heater now, W
 */
record Heat(double chamber, double pellet, double integral, double power) {

    /** Most that the heater gives, W. */
    static final double MOST = 3000;

    static final double KELVIN = 273.15;
    static final double AMBIENT = 25 + KELVIN;

    private static final double CAPACITY = 2500;
    private static final double CONDUCTION = 0.5;
    private static final double RADIATION = 2.0e-10;
    private static final double LAG = 60;
    private static final double PROPORTIONAL = 12;
    private static final double INTEGRAL_TIME = 600;

    /** A furnace in balance with the room. */
    static Heat cold() {
        return new Heat(AMBIENT, AMBIENT, 0, 0);
    }

    /** After a second with the controller told to reach {@code target} in K; ambient or less switches the heater off. */
    Heat after(double target) {
        double error = target - pellet;
        double wanted = PROPORTIONAL * error + integral;
        double output = target <= AMBIENT ? 0 : Math.max(0, Math.min(MOST, wanted));
        double more = output == wanted ? PROPORTIONAL / INTEGRAL_TIME * error : 0;
        double change = (output - loss()) / CAPACITY;
        return new Heat(
                chamber + change, pellet + (chamber - pellet) / LAG, target <= AMBIENT ? 0 : integral + more, output);
    }

    private double loss() {
        return CONDUCTION * (chamber - AMBIENT) + RADIATION * (Math.pow(chamber, 4) - Math.pow(AMBIENT, 4));
    }

    /** Whether it is as warm as the room, to 0.1 K. */
    boolean isCold() {
        return power == 0 && Math.abs(chamber - AMBIENT) < 0.1 && Math.abs(pellet - AMBIENT) < 0.1;
    }

    /** What the thermocouple shows, Cel. */
    double celsius() {
        return pellet - KELVIN;
    }
}
