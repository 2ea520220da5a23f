package org.busbar.drivers.galil;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.device.Fate;
import org.busbar.api.link.LinkException;

/**
 * Moves one axis. One caller at a time, but for {@link #stop}.
 *
 * <p>Whether the zero of an axis was found stands in its user variable {@code ZA} in the controller: it is 0 after
 * power-up and outlives a restart of the server.
 */
final class Motion {

    /** Pause between two looks, ms. */
    private static final long LOOK = 50;

    /** Looks until an axis has settled after its profile is over. */
    private static final int SETTLING = 40;

    private final GalilProtocol controller;
    private final Axis axis;
    private final double tolerance;
    private volatile boolean underWay;

    /** @param tolerance how near a position is reached, mm */
    Motion(GalilProtocol controller, Axis axis, double tolerance) {
        this.controller = controller;
        this.axis = axis;
        this.tolerance = tolerance;
    }

    Axis axis() {
        return axis;
    }

    /** Where the axis stands, mm. */
    double position() throws Exception {
        return axis.mm(controller.value("TP", axis.letter()));
    }

    /** Whether the axis may be moving for this driver. */
    boolean isUnderWay() {
        return underWay;
    }

    boolean isMoving() throws Exception {
        return controller.value("BG", axis.letter()) != 0;
    }

    /** Moves to a position and returns the one that was reached, mm. */
    double moveTo(double mm) throws Exception {
        requireStill();
        if (axis.findsHome() && controller.value("ZA", axis.letter()) != 1) {
            throw new DeviceException(
                    "Axis " + axis.letter() + " has not found its home since the controller was switched on: do home_"
                            + axis.name() + " first");
        }
        String what = "Moving axis " + axis.letter() + " to " + mm + " mm";
        return perform(1, "PA" + axis.letter() + "=" + axis.counts(mm), what, () -> settled(mm, what));
    }

    /** Finds the zero and returns where it stands then, mm. */
    double home() throws Exception {
        requireStill();
        controller.tell("ZA" + axis.letter() + "=0");
        return perform(Axis.HOMING, axis.home() + axis.letter(), "Homing axis " + axis.letter(), this::zeroed);
    }

    private double zeroed() throws Exception {
        if (axis.home().equals("FE")) {
            controller.tell("DP" + axis.letter() + "=0");
        }
        controller.tell("ZA" + axis.letter() + "=1");
        return position();
    }

    private void requireStill() throws Exception {
        if (isMoving()) {
            throw new DeviceException("Axis " + axis.letter() + " is moving already: wait until it stands");
        }
    }

    private double perform(double share, String command, String what, Callable<Double> end) throws Exception {
        if (controller.value("MO", axis.letter()) != 0) {
            controller.tell("SH" + axis.letter());
        }
        set("SP", axis.speed() * share);
        set("AC", axis.acceleration());
        set("DC", axis.acceleration());
        controller.tell(command);
        underWay = true;
        try {
            controller.tell("BG" + axis.letter());
        } catch (DeviceException e) {
            underWay = false;
            throw e;
        } catch (InterruptedException e) {
            stop();
            throw e;
        }
        return watched(what, end);
    }

    private void set(String command, double mm) throws Exception {
        controller.tell(command + axis.letter() + "=" + Math.abs(axis.counts(mm)));
    }

    /** Now that it moves, a refusal must stop it, and an unreachable controller no longer means that nothing happened. */
    private double watched(String what, Callable<Double> end) throws Exception {
        try {
            arrive(what);
            double reached = end.call();
            underWay = false;
            return reached;
        } catch (InterruptedException e) {
            stop();
            throw e;
        } catch (DeviceException e) {
            if (e.detail() == Detail.OFFLINE) {
                throw lost(what, e);
            }
            stop();
            throw e;
        }
    }

    private void arrive(String what) throws Exception {
        while (isMoving()) {
            Thread.sleep(LOOK);
        }
        Standstill standstill = standstill();
        if (!standstill.isArrival()) {
            throw standstill.refusal(what);
        }
    }

    private double settled(double mm, String what) throws Exception {
        double reached = position();
        for (int i = 0; Math.abs(reached - mm) > tolerance && i < SETTLING; i++) {
            Thread.sleep(LOOK);
            reached = position();
        }
        if (Math.abs(reached - mm) > tolerance) {
            throw new DeviceException(
                    Detail.FAULT,
                    what + " ended at " + reached + " mm, farther off than the tolerance of " + tolerance
                            + " mm: look for what blocks it and at its tuning, then reset");
        }
        return reached;
    }

    private Standstill standstill() throws Exception {
        return new Standstill(
                (int) controller.value("SC", axis.letter()), (int) controller.value("TS", axis.letter()), position());
    }

    /**
     * Slows down and returns when the axis stands.
     *
     * @throws Exception if it is not known to
     */
    void stop() throws Exception {
        GalilProtocol urgent = controller.urgent();
        try {
            urgent.tell("ST" + axis.letter());
            awaitStop(new Motion(urgent, axis, tolerance));
            underWay = false;
        } catch (DeviceException e) {
            throw e.detail() == Detail.OFFLINE ? lost("Stopping axis " + axis.letter(), e) : e;
        }
    }

    private void awaitStop(Motion urgent) throws Exception {
        long until = System.nanoTime() + stopping().toNanos();
        while (urgent.isMoving()) {
            if (System.nanoTime() > until) {
                throw new DeviceException(
                        Detail.FAULT,
                        "Axis " + axis.letter() + " does not stop when told to: press the emergency stop");
            }
            Thread.sleep(LOOK);
        }
    }

    /** How long it may take to slow down. */
    Duration stopping() {
        return Duration.ofMillis(1000 + Math.round(2000 * axis.speed() / axis.acceleration()));
    }

    private static LinkException lost(String what, DeviceException e) {
        return new LinkException(
                LinkException.Kind.LOST, what + ": the controller was lost meanwhile: " + e.getMessage(), e);
    }

    /** What became of a move: an axis that arrived somewhere else was never sent there. */
    Fate fateOfMove(double mm) throws Exception {
        if (isMoving()) {
            return new Fate.Working();
        }
        Standstill now = standstill();
        if (now.isArrival() && Math.abs(now.mm() - mm) <= tolerance) {
            return completed(now);
        }
        return now.isArrival() ? new Fate.NotBegun() : new Fate.Failed(now.reason());
    }

    /** What became of homing. */
    Fate fateOfHoming() throws Exception {
        if (isMoving()) {
            return new Fate.Working();
        }
        Standstill now = standstill();
        if (now.isHome() && controller.value("ZA", axis.letter()) == 1) {
            return completed(now);
        }
        return now.code() == 1 ? new Fate.NotBegun() : new Fate.Failed(now.reason() + ", and its zero is not known");
    }

    private static Fate completed(Standstill now) {
        return new Fate.Completed(Values.of("position", Quantity.of(now.mm(), "mm")));
    }
}
