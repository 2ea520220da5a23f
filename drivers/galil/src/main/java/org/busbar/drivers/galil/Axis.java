package org.busbar.drivers.galil;

import java.util.List;
import java.util.Locale;

/**
 * One axis of a controller.
 *
 * @param letter as the controller calls it: A to H, or X, Y, Z, W
 * @param countsPerMm of its encoder; negative if it counts down while the position goes up
 * @param lowest position, mm
 * @param highest position, mm
 * @param speed mm/s
 * @param acceleration also of slowing down, mm/s2
 * @param home how it finds its zero: {@code HM}, {@code FE}, {@code FI} or {@code none}
 */
record Axis(
        String letter,
        double countsPerMm,
        double lowest,
        double highest,
        double speed,
        double acceleration,
        String home) {

    /** Share of the speed at which the home switch is looked for. */
    static final double HOMING = 0.25;

    /** Positions of the controller are whole numbers of 32 bits. */
    private static final double FARTHEST = 2147483647;

    Axis {
        require(letter.matches("[A-HX-ZW]"), letter, "axes", letter, "a letter from A to H, or X, Y, Z, W");
        double scale = Math.abs(countsPerMm);
        require(scale >= 1e-3 && scale <= 1e9, letter, "counts.per.mm", countsPerMm, "from 0.001 to 1e9, or negative");
        double end = FARTHEST / scale;
        require(lowest >= -end && lowest <= end, letter, "lowest", lowest, "within " + end + " mm of 0");
        require(
                highest > lowest && highest <= end,
                letter,
                "highest",
                highest,
                "above lowest and up to " + end + " mm");
        require(speed * scale >= 2 && speed * scale <= 22e6, letter, "speed", speed, "from 2 to 22000000 counts/s");
        require(
                acceleration * scale >= 1024 && acceleration * scale <= 1073740800,
                letter,
                "acceleration",
                acceleration,
                "from 1024 to 1073740800 counts/s2");
        require(List.of("HM", "FE", "FI", "none").contains(home), letter, "home", home, "HM, FE, FI or none");
    }

    /** As it stands in the names of actions. */
    String name() {
        return letter.toLowerCase(Locale.ROOT);
    }

    boolean findsHome() {
        return !home.equals("none");
    }

    long counts(double mm) {
        return Math.round(mm * countsPerMm);
    }

    double mm(double counts) {
        return counts / countsPerMm;
    }

    /** Seconds for a way of so many mm from rest to rest, at a share of the speed. */
    double seconds(double mm, double share) {
        double fastest = speed * share;
        double way = fastest * fastest / acceleration;
        return mm < way ? 2 * Math.sqrt(mm / acceleration) : mm / fastest + fastest / acceleration;
    }

    private static void require(boolean right, String letter, String name, Object value, String wanted) {
        if (!right) {
            throw new IllegalArgumentException("The setting " + name + " = " + value + " of axis " + letter
                    + " of the Galil controller must be " + wanted);
        }
    }
}
