package org.busbar.drivers.galil;

import org.jspecify.annotations.Nullable;

/** A simulated carriage on its rail, between two limit switches, in counts and seconds. */
final class Carriage {

    /**
     * Where its switches are.
     *
     * @param reverse end of the rail
     * @param forward the other end
     * @param home where its zero is found
     */
    record Rail(double reverse, double forward, double home) {}

    private final Rail rail;
    private double place;
    private double zero;
    private int stopCode = 1;
    private int arrivalCode = 1;
    private @Nullable Profile profile;

    /**
     * A carriage at rest.
     *
     * @param place where it stands on the rail
     * @param zero the place that its encoder calls 0
     */
    Carriage(Rail rail, double place, double zero) {
        this.rail = rail;
        this.place = place;
        this.zero = zero;
    }

    /** What its encoder says. */
    double position() {
        return place - zero;
    }

    /** Where it stands on the rail. */
    double place() {
        return place;
    }

    /** Calls where it stands {@code position}. */
    void define(double position) {
        zero = place - position;
    }

    boolean isMoving() {
        return profile != null;
    }

    /** 0 while it moves, then why it stands, as {@code _SC}. */
    int stopCode() {
        return stopCode;
    }

    boolean atForward() {
        return place >= rail.forward();
    }

    boolean atReverse() {
        return place <= rail.reverse();
    }

    /** Whether it stands on the switch that a move to that position would run into. */
    boolean isBlocked(double position) {
        return position > position() ? atForward() : position < position() && atReverse();
    }

    void moveTo(double position, double speed, double acceleration, double now) {
        begin(position + zero, speed, acceleration, now, 1);
    }

    /** Finds its home; {@code code} is the stop code when it is there. */
    void home(double speed, double acceleration, double now, int code) {
        begin(rail.home(), speed, acceleration, now, code);
    }

    private void begin(double target, double speed, double acceleration, double now, int code) {
        profile = new Profile.Trapezoid(place, target, speed, acceleration, now);
        stopCode = 0;
        arrivalCode = code;
    }

    /** Slows down, if it moves. */
    void stop(double deceleration, double now) {
        Profile moving = profile;
        if (moving != null) {
            profile = new Profile.Braking(place, moving.velocity(now), deceleration, now);
            arrivalCode = 4;
        }
    }

    /** Moves as far as it gets until then; an end of the rail stops it at once. */
    void advance(double now) {
        Profile moving = profile;
        if (moving == null) {
            return;
        }
        place = moving.position(now);
        if (place > rail.forward() || place < rail.reverse()) {
            end(place > rail.forward() ? 2 : 3);
            place = Math.max(rail.reverse(), Math.min(rail.forward(), place));
        } else if (now >= moving.end()) {
            end(arrivalCode);
        }
    }

    private void end(int code) {
        profile = null;
        stopCode = code;
        if (code == 10) {
            define(0);
        }
    }
}
