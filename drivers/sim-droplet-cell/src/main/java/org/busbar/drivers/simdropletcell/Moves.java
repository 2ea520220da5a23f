package org.busbar.drivers.simdropletcell;

import org.busbar.api.device.DeviceException;

/** What the head can do from where it is, how long that takes, and what would be wrong. */
final class Moves {

    private final Settings s;

    Moves(Settings settings) {
        this.s = settings;
    }

    /** Both axes at once, each by its own law; the slower one decides. */
    Motion travel(String action, Head head, double x, double y) throws DeviceException {
        if (head.z() < s.height()) {
            throw refusal("cannot travel: the head is " + head.z() + " mm above the sample, below the " + s.height()
                    + " mm it needs; do liftUp first");
        }
        Travel alongX = travel(head.x(), x);
        Travel alongY = travel(head.y(), y);
        double seconds = Math.max(alongX.seconds(), alongY.seconds());
        return new Motion(Motion.Kind.MOTION, action, seconds, t -> head.over(alongX.at(t), alongY.at(t)));
    }

    /** How long it takes from one place to another, s. */
    double seconds(double fromX, double fromY, double toX, double toY) {
        return Math.max(travel(fromX, toX).seconds(), travel(fromY, toY).seconds());
    }

    /** Draws the droplet off, if there is one, and pushes out a fresh one; what is cut short leaves none. */
    Motion renewDroplet(Head head) throws DeviceException {
        if (!head.isOver(s.wasteX(), s.wasteY())) {
            throw refusal("cannot remove the droplet at x = " + head.x() + " mm, y = " + head.y()
                    + " mm: the waste is at x = " + s.wasteX() + " mm, y = " + s.wasteY()
                    + " mm; do moveToWaste first");
        }
        double left = head.electrolyte() - s.droplet();
        if (left < 0) {
            throw refusal("has " + head.electrolyte() + " mL of electrolyte left, less than the droplet of "
                    + s.droplet() + " mL; fill the reservoir and begin a new logbook");
        }
        Head done = head.with(Droplet.FRESH, left);
        return new Motion(
                Motion.Kind.DROPLET,
                "removeDroplet",
                s.removal(),
                t -> t < s.removal() ? head.with(Droplet.NONE, left) : done);
    }

    Motion touchDown(Head head) throws DeviceException {
        if (!isOnPlate(head.x()) || !isOnPlate(head.y())) {
            throw refusal("cannot touch down at x = " + head.x() + " mm, y = " + head.y()
                    + " mm: the sample reaches from 0 to " + s.plate() + " mm; do moveToSample first");
        }
        if (head.isDown()) {
            throw refusal("has touched down already; measure or do liftUp");
        }
        if (head.droplet() != Droplet.FRESH) {
            throw refusal((head.droplet() == Droplet.USED
                            ? "would touch down with a droplet that has touched a sample"
                            : "would touch down without a droplet")
                    + "; do moveToWaste and removeDroplet first");
        }
        return height("touchDown", head, touching(head));
    }

    /** Also from half-way down; takes no time where the head is up already. */
    Motion liftUp(Head head) {
        return height("liftUp", head, lifting(head));
    }

    Motion measure(Head head) throws DeviceException {
        if (!head.isDown()) {
            throw refusal("cannot measure " + head.z() + " mm above the sample; do touchDown first");
        }
        return new Motion(Motion.Kind.MEASUREMENT, "measure", s.measuring(), t -> head);
    }

    Travel lifting(Head head) {
        return new Travel(head.z(), Math.max(head.z(), s.height()), s.velocity(), s.acceleration());
    }

    Travel touching(Head head) {
        return new Travel(head.z(), 0, s.touchVelocity(), s.acceleration());
    }

    private static Motion height(String action, Head head, Travel travel) {
        return new Motion(Motion.Kind.MOTION, action, travel.seconds(), t -> head.atHeight(travel.at(t)));
    }

    private Travel travel(double from, double to) {
        return new Travel(from, to, s.velocity(), s.acceleration());
    }

    private boolean isOnPlate(double place) {
        return place >= 0 && place <= s.plate();
    }

    private DeviceException refusal(String why) {
        return new DeviceException(s.labId() + " " + why);
    }
}
