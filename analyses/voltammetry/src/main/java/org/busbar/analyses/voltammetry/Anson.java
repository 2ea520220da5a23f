package org.busbar.analyses.voltammetry;

/**
 * Charge against the root of time: Q = Q_dl + 2 n F A c sqrt(D t/pi) (F. C. Anson, Anal. Chem. 38, 54, 1966, doi
 * 10.1021/ac60233a014).
 *
 * @param charge C, passed until each time, less that of the constant offset
 * @param line charge against the root of time in the window
 */
record Anson(double[] charge, StraightLine line) {

    /** The charge of {@code current} less {@code offset}, and the line through it from row {@code first} to {@code last}. */
    static Anson of(double[] time, double[] current, double offset, int first, int last) {
        double[] charge = charge(time, current, offset);
        double[] root = new double[last - first + 1];
        double[] part = new double[last - first + 1];
        for (int i = first; i <= last; i++) {
            root[i - first] = Math.sqrt(time[i]);
            part[i - first] = charge[i];
        }
        return new Anson(charge, StraightLine.of(root, part));
    }

    /**
     * Trapezoids over the root of time, where a Cottrell current is constant; before the first row the current is
     * taken as Cottrell's.
     */
    private static double[] charge(double[] time, double[] current, double offset) {
        double[] charge = new double[time.length];
        charge[0] = 2 * (current[0] - offset) * time[0];
        for (int i = 1; i < time.length; i++) {
            double before = Math.sqrt(time[i - 1]);
            double after = Math.sqrt(time[i]);
            double mean = (current[i - 1] - offset) * before + (current[i] - offset) * after;
            charge[i] = charge[i - 1] + mean * (after - before);
        }
        return charge;
    }
}
