package org.busbar.drivers.simfurnace;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.busbar.api.Quantity;
import org.busbar.api.Sample;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.jspecify.annotations.Nullable;

/** What can be done with the furnace, and what it refuses. Safe for use by many threads. */
final class Oven {

    /** Between two looks at a firing, ms on the wall. */
    private static final long LOOK = 20;

    /** Between two notes of how far a firing is, s, and at least a second on the wall. */
    private static final double NOTING = 300;

    private static final long SECOND = 1_000_000_000;

    private final Settings settings;
    private final LabClock clock;
    private final Pellets pellets;
    private final Logbook logbook;
    private volatile @Nullable Chamber chamber;
    private volatile boolean stopped;

    Oven(Settings settings, LabClock clock) {
        this.settings = settings;
        this.clock = clock;
        pellets = new Pellets(settings.world());
        logbook = new Logbook(settings.world().resolve(settings.labId() + ".log"));
    }

    /** As it is now. */
    State state() throws DeviceException {
        return chamber().now();
    }

    /** Opens or closes the door; harmless if it is so. */
    void door(boolean open) throws DeviceException {
        State state = state();
        if (open && state.heat().celsius() > settings.cool()) {
            throw refusal("cannot be opened at " + round(state.heat().celsius()) + " Cel: it has to cool to "
                    + settings.cool() + " Cel; wait for the channel temperature");
        }
        if (state.isOpen() != open) {
            change((open ? "open" : "close") + "_door", state.door(open));
        }
    }

    /** Puts a pellet in; one that was never in a furnace is a green one with that much acid in %. */
    void load(Sample sample, double acid) throws DeviceException {
        State state = open("load");
        Pellet there = state.pellet();
        if (there != null) {
            throw refusal("is loaded with " + there.id() + "; do unload first");
        }
        Pellet pellet = pellets.find(sample.id()).orElseGet(() -> Pellet.green(sample.id(), acid));
        if (Math.abs(pellet.acid() - acid) > 1e-6) {
            throw refusal("cannot take " + sample.id() + " with acid = " + acid + " %: it was made with "
                    + pellet.acid() + " %; give that, or another sample");
        }
        pellets.put(pellet);
        change("load", state.with(pellet));
    }

    /** Takes a pellet out. */
    void unload(Sample sample) throws DeviceException {
        State state = open("unload");
        pellets.put(loaded(state, sample));
        change("unload", state.with(null));
    }

    /**
     * Fires a pellet and returns when it is cool.
     *
     * @throws InterruptedException if interrupted; the heater is off
     * @throws IllegalStateException if {@link #stop} was called
     */
    Values sinter(Sample sample, Firing firing) throws DeviceException, InterruptedException {
        Chamber furnace = chamber();
        State state = furnace.now();
        loaded(state, sample);
        if (state.isOpen()) {
            throw new DeviceException(
                    Detail.INTERLOCK,
                    settings.labId() + " does not heat with its door open; do close_door and reset it");
        }
        begin(furnace, state, firing);
        try {
            await(furnace);
        } catch (InterruptedException e) {
            halt(furnace, "interrupted");
            throw e;
        } finally {
            furnace.stop();
        }
        return end(furnace, firing);
    }

    private void begin(Chamber furnace, State state, Firing firing) throws DeviceException {
        logbook.write("begin sinter " + firing, state);
        Pellet pellet = state.pellet();
        stopped = false;
        furnace.put(state.with(pellet == null ? null : pellet.in(firing.atmosphere())));
        furnace.begin(firing);
    }

    private void await(Chamber furnace) throws DeviceException, InterruptedException {
        long last = System.nanoTime();
        while (!furnace.isOver()) {
            Thread.sleep(LOOK);
            if (System.nanoTime() - last > Math.max(SECOND, clock.wall(NOTING).toNanos())) {
                last = System.nanoTime();
                note("at", furnace.now());
            }
        }
    }

    private Values end(Chamber furnace, Firing firing) throws DeviceException {
        halt(furnace, furnace.isTripped() ? "tripped" : stopped ? "stopped" : "end");
        if (furnace.isTripped()) {
            throw new DeviceException(
                    Detail.INTERLOCK,
                    settings.labId() + " got hotter than " + settings.limit() + " Cel while it was to hold "
                            + round(firing.temperature() - Heat.KELVIN)
                            + " Cel, and the guard has switched the heater off: take a slower ramp, and reset it");
        }
        if (stopped) {
            throw new IllegalStateException("stopped by makeSafe: the file of the pellet says how far it came");
        }
        return outputs(furnace.moments());
    }

    private static Values outputs(List<Chamber.Moment> moments) {
        double peak =
                moments.stream().mapToDouble(Chamber.Moment::temperature).max().orElse(Double.NaN);
        return Values.of("time", series("s", moments, Chamber.Moment::time))
                .with("temperature", series("Cel", moments, Chamber.Moment::temperature))
                .with("shrinkage", series("1", moments, Chamber.Moment::shrinkage))
                .with("peak_temperature", Quantity.of(peak, "Cel"));
    }

    private static Series series(String ucum, List<Chamber.Moment> moments, ToDoubleFunction<Chamber.Moment> value) {
        return Series.of(ucum, moments.stream().mapToDouble(value).toArray());
    }

    /** Switches the heater off; harmless if it is. */
    void stop() throws DeviceException {
        stopped = true;
        Chamber furnace = chamber;
        if (furnace != null) {
            furnace.stop();
        }
    }

    private void halt(Chamber furnace, String how) throws DeviceException {
        furnace.stop();
        note(how, furnace.now());
    }

    private void note(String how, State state) throws DeviceException {
        Pellet pellet = state.pellet();
        if (pellet != null) {
            pellets.put(pellet);
        }
        logbook.write(how + " sinter", state);
    }

    /** Weighs and measures a pellet that lies outside. */
    Values measure(Sample sample) throws DeviceException {
        Pellet inside = state().pellet();
        if (inside != null && inside.id().equals(sample.id())) {
            throw refusal("holds " + sample.id() + "; do unload first");
        }
        Pellet pellet = pellets.find(sample.id())
                .orElseThrow(() -> refusal("does not know " + sample.id() + ": no furnace was ever loaded with it"));
        Random random = new Random(settings.seed() ^ sample.id().hashCode());
        double density = pellet.density() + settings.noise() * random.nextGaussian();
        return Values.of(
                "relative_density",
                settings.noise() == 0 ? Quantity.of(density, "1") : Quantity.of(density, settings.noise(), "1"));
    }

    private void change(String what, State state) throws DeviceException {
        logbook.write(what, state);
        chamber().put(state);
    }

    private State open(String what) throws DeviceException {
        State state = state();
        if (!state.isOpen()) {
            throw refusal("cannot " + what + " with its door closed; do open_door first");
        }
        return state;
    }

    private Pellet loaded(State state, Sample sample) throws DeviceException {
        Pellet pellet = state.pellet();
        if (pellet == null || !pellet.id().equals(sample.id())) {
            throw refusal("holds " + (pellet == null ? "no pellet" : pellet.id()) + ", not " + sample.id()
                    + "; load it first");
        }
        return pellet;
    }

    /** Made when it is first looked at, from what the logbook says. */
    private Chamber chamber() throws DeviceException {
        Chamber known = chamber;
        return known == null ? made() : known;
    }

    private synchronized Chamber made() throws DeviceException {
        Chamber known = chamber;
        if (known == null) {
            known = new Chamber(clock, remembered(), settings.cool() + Heat.KELVIN, settings.limit() + Heat.KELVIN);
            chamber = known;
        }
        return known;
    }

    /** The furnace as the logbook has it, and as it has cooled since; the heater is off without a driver. */
    private State remembered() throws DeviceException {
        Logbook.Entry last = logbook.last();
        Pellet pellet = last.sample().isEmpty()
                ? null
                : pellets.find(last.sample())
                        .orElseThrow(() -> refusal("holds " + last.sample()
                                + " as its logbook says, and that pellet has no file; begin a new logbook"));
        State state = new State(new Heat(last.chamber(), last.pellet(), 0, 0), last.isOpen(), pellet);
        double age = Math.min(Logbook.age(last, clock), 1e6);
        for (int second = 0; second < age && !state.heat().isCold(); second++) {
            state = state.after(Heat.AMBIENT);
        }
        return state;
    }

    private DeviceException refusal(String what) {
        return new DeviceException(settings.labId() + " " + what);
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
