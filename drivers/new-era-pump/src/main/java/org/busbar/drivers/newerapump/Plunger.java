package org.busbar.drivers.newerapump;

/** The plunger of a simulated syringe: what is left in it, and what went in and out. Volumes in mL, times in s. */
final class Plunger {

    private final double capacity;
    private double contents;
    private double flow;
    private double left;
    private double infused;
    private double withdrawn;
    private double time;
    private boolean blocked;

    /** A plunger at rest. */
    Plunger(double capacity, double contents, double time) {
        this.capacity = capacity;
        this.contents = contents;
        this.time = time;
    }

    /**
     * Begins to move, or goes on to.
     *
     * @param flow mL/s; out of the syringe if positive, into it if negative
     */
    void start(double flow) {
        this.flow = flow;
        blocked = false;
    }

    /** Forgets what is still to be pumped, and is to pump that much; for ever if it is 0. */
    void aim(double volume) {
        left = volume > 0 ? volume : Double.POSITIVE_INFINITY;
    }

    void stop() {
        flow = 0;
    }

    /** Moves as far as it gets until then; stops there if it is done or at an end of the syringe. */
    void advance(double now) {
        double room = flow > 0 ? contents : capacity - contents;
        double wanted = Math.min(left, Math.abs(flow) * (now - time));
        time = now;
        if (flow == 0) {
            return;
        }
        double moved = Math.min(wanted, room);
        blocked = wanted > room;
        move(flow > 0 ? moved : -moved);
        left -= moved;
        if (blocked || left <= 0) {
            flow = 0;
        }
    }

    private void move(double out) {
        contents -= out;
        infused += Math.max(0, out);
        withdrawn += Math.max(0, -out);
    }

    void clear(Direction direction) {
        if (direction == Direction.INFUSE) {
            infused = 0;
        } else {
            withdrawn = 0;
        }
    }

    boolean isMoving() {
        return flow != 0;
    }

    /** Whether it was stopped by an end of the syringe. */
    boolean isBlocked() {
        return blocked;
    }

    double contents() {
        return contents;
    }

    double infused() {
        return infused;
    }

    double withdrawn() {
        return withdrawn;
    }
}
