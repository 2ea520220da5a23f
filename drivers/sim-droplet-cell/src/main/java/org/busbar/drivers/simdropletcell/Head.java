package org.busbar.drivers.simdropletcell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of the cell as it is.
 *
 * @param x place over the plate, mm; 0 to the edge of the plate is the sample, elsewhere is beside it
 * @param y as x
 * @param z height of the mouth above the sample, mm; 0 when the droplet touches it
 * @param electrolyte what is left in the reservoir, mL
 */
record Head(double x, double y, double z, Droplet droplet, double electrolyte) {

    private static final String NUMBER = "=([-+.\\dEe]+)";
    private static final Pattern WRITTEN = Pattern.compile(
            " x" + NUMBER + " y" + NUMBER + " z" + NUMBER + " droplet=([a-z]+) electrolyte" + NUMBER + "(?: |$)");

    Head over(double newX, double newY) {
        return new Head(newX, newY, z, droplet, electrolyte);
    }

    /** At another height; a droplet that comes down on the sample is used from then on. */
    Head atHeight(double newZ) {
        return new Head(x, y, newZ, newZ == 0 && droplet == Droplet.FRESH ? Droplet.USED : droplet, electrolyte);
    }

    Head with(Droplet other, double electrolyteLeft) {
        return new Head(x, y, z, other, electrolyteLeft);
    }

    boolean isDown() {
        return z == 0;
    }

    boolean isOver(double otherX, double otherY) {
        return x == otherX && y == otherY;
    }

    /** As the logbook says it, lengths in mm, electrolyte in mL. */
    @Override
    public String toString() {
        return "x=" + x + " y=" + y + " z=" + z + " droplet=" + droplet.word() + " electrolyte=" + electrolyte;
    }

    /** Reads it from a line of the logbook; empty if it is not in there. */
    static Optional<Head> in(String line) {
        Matcher found = WRITTEN.matcher(line);
        return found.find()
                ? Optional.of(new Head(
                        Double.parseDouble(found.group(1)),
                        Double.parseDouble(found.group(2)),
                        Double.parseDouble(found.group(3)),
                        Droplet.of(found.group(4)),
                        Double.parseDouble(found.group(5))))
                : Optional.empty();
    }
}
