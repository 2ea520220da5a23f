package org.busbar.drivers.newerapump;

import java.util.Locale;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.device.Fate;
import org.busbar.api.link.LinkException;

/** A volume that is pumped, and what is known of it afterwards. Performed once; its fate may be asked from any thread. */
final class Delivery {

    /** Pause between two looks, ms. */
    private static final long LOOK = 100;

    /** Share of the volume, and mL of it, that may be missing in what the pump says: it tells volumes with four digits. */
    private static final double SHARE = 0.002;

    private static final double DIGIT = 1e-6;

    private final NewEraProtocol pump;
    private final Syringe syringe;
    private final Direction direction;
    private final double volume;
    private final double rate;
    private volatile int restarts;
    private volatile boolean known;
    private volatile boolean begun;
    private volatile boolean over;

    /**
     * @param volume mL
     * @param rate mL/min
     */
    Delivery(NewEraProtocol pump, Syringe syringe, Direction direction, double volume, double rate) {
        this.pump = pump;
        this.syringe = syringe;
        this.direction = direction;
        this.volume = volume;
        this.rate = rate;
    }

    boolean isLike(Delivery other) {
        return direction == other.direction && volume == other.volume && rate == other.rate;
    }

    /** Whether the pump may be at work on it. */
    boolean isUnderWay() {
        return begun && !over;
    }

    /** Pumps and returns the volume that the pump says, mL. */
    double perform() throws Exception {
        known = true;
        setUp();
        begun = true;
        try {
            pump.run();
        } catch (DeviceException e) {
            begun = false;
            throw e;
        } catch (InterruptedException e) {
            stop();
            throw e;
        }
        return watched();
    }

    private void setUp() throws Exception {
        Reply reply = pump.ready();
        if (reply.isMoving()) {
            throw new DeviceException("The pump is pumping already: wait until it ends, or stop it at its keypad");
        }
        if (!reply.isStopped()) {
            pump.stop();
        }
        restarts = pump.restarts();
        pump.useDiameter(syringe.diameter());
        pump.clear(Direction.INFUSE);
        pump.clear(Direction.WITHDRAW);
        pump.useVolume(FourDigits.volume(volume), "volume = " + volume + " mL (up to " + syringe.volume() + " mL)");
        pump.useRate(
                FourDigits.rate(rate),
                String.format(
                        Locale.ROOT,
                        "rate = %s mL/min (%.3g to %.5g mL/min with this syringe)",
                        rate,
                        syringe.lowestRate(),
                        syringe.highestRate()));
        pump.use(direction);
    }

    /** Now that the plunger moves, a refusal must stop it, and an unreachable pump no longer means that nothing happened. */
    private double watched() throws Exception {
        try {
            Reply reply = pump.status();
            while (reply.isMoving() && reply.data().isEmpty()) {
                Thread.sleep(LOOK);
                reply = pump.status();
            }
            double done = ended(reply);
            over = true;
            return done;
        } catch (InterruptedException e) {
            stop();
            throw e;
        } catch (DeviceException e) {
            if (e.detail() == Detail.OFFLINE) {
                throw lost(e);
            }
            stop();
            throw e;
        }
    }

    private double ended(Reply reply) throws Exception {
        if (pump.restarts() != restarts) {
            throw new IllegalStateException("The pump lost its power while it pumped " + volume
                    + " mL: nobody knows how much it was; look at the syringe");
        }
        double done = pump.pumped(direction);
        if (reply.isAlarm()) {
            throw new DeviceException(Detail.FAULT, part(done) + ": " + reply.alarm());
        }
        reply.accepted("Asking the pump while it pumps");
        if (!isComplete(done)) {
            throw new DeviceException(part(done) + ": the pump was stopped, at its keypad or by a person");
        }
        return done;
    }

    private boolean isComplete(double done) {
        double told = FourDigits.volume(volume).value();
        return done >= told * (1 - SHARE) - DIGIT;
    }

    private String part(double done) {
        return String.format(Locale.ROOT, "%.4g of %s mL were %s", done, volume, direction.done);
    }

    private void stop() throws Exception {
        try {
            pump.stop();
            over = true;
        } catch (DeviceException e) {
            throw e.detail() == Detail.OFFLINE ? lost(e) : e;
        }
    }

    private LinkException lost(DeviceException e) {
        return new LinkException(
                LinkException.Kind.LOST, "The pump was lost while it pumped " + volume + " mL: " + e.getMessage(), e);
    }

    /** What became of it, by what the pump says now. */
    Fate fate() throws Exception {
        Reply reply = pump.status();
        double done = pump.pumped(direction);
        if (reply.status().equals(direction.prompt) && (begun || !known)) {
            known = true;
            begun = true;
            return new Fate.Working();
        }
        return known && !begun ? new Fate.NotBegun() : settled(done);
    }

    private Fate settled(double done) {
        if (done == 0 && pump.restarts() != restarts) {
            return new Fate.Unclear("The pump was switched on since, and has forgotten what it had pumped");
        }
        if (done == 0) {
            return new Fate.NotBegun();
        }
        if (!known) {
            return new Fate.Unclear(part(done)
                    + " by what the pump says; that may have been the action before, since the driver is new");
        }
        over = true;
        return isComplete(done)
                ? new Fate.Completed(Values.of(direction.done, Quantity.of(done, "mL")))
                : new Fate.Failed(part(done));
    }
}
