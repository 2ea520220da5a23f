package org.busbar.drivers.described;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.drivers.described.yaml.Entry;
import org.busbar.drivers.described.yaml.Section;
import org.busbar.drivers.described.yaml.YamlFile;

/**
 * An instrument as a file describes it: all that a driver needs for its {@link Device}. Reading it touches no hardware.
 * Safe for use by many threads.
 */
public final class Description {

    private static final Duration LONGEST_STOP = Duration.ofMinutes(10);

    private final String instrument;
    private final Duration stopBound;
    private final Deed identity;
    private final Deed safe;
    private final List<Action> actions;
    private final Brake brake = new Brake();
    private final Lock oneAtATime = new ReentrantLock();

    private Description(Section file, Map<String, Verb> verbs, Refusals refusals) {
        Steps steps = new Steps(verbs);
        instrument = file.get("instrument").text();
        stopBound = stopBound(file);
        identity = identity(file.get("identity"), steps, refusals);
        safe = steps.read(file.get("safe"), bare(true, refusals));
        actions = actions(file, new ActionReader(steps, refusals, brake, this::makeSafe));
        file.end();
    }

    /**
     * A description file; the mapping in it may be asked for keys that only one protocol has, before it is read.
     *
     * @throws IllegalArgumentException if it cannot be read or is not YAML; names file and line
     */
    public static Section open(Path file) {
        return YamlFile.read(file);
    }

    /**
     * Reads a description.
     *
     * @param verbs what the steps of this protocol begin with
     * @throws IllegalArgumentException about the first mistake; names file, line, key, and what is right
     */
    public static Description read(Section file, Map<String, Verb> verbs) {
        return read(file, verbs, Optional.empty());
    }

    /**
     * The same for a protocol with replies that always mean no.
     *
     * @param refused what these replies look like as a whole, if the file does not say so itself
     */
    public static Description read(Section file, Map<String, Verb> verbs, Optional<Pattern> refused) {
        Optional<Pattern> own = file.find("refused").map(Expectation::pattern);
        return new Description(file, verbs, new Refusals(own.isPresent() ? own : refused, false));
    }

    private static Duration stopBound(Section file) {
        Optional<Entry> entry = file.find("stop_bound");
        Duration bound = entry.map(Entry::duration).orElse(Duration.ofSeconds(5));
        if (bound.isZero() || bound.compareTo(LONGEST_STOP) > 0) {
            throw file.get("stop_bound").mistake("it is above 0 s and up to 10 min, not " + bound.toMillis() + " ms");
        }
        return bound;
    }

    private static Deed identity(Entry entry, Steps steps, Refusals refusals) {
        if (entry.isText()) {
            if (!entry.text().equals("none")) {
                throw entry.mistake("write steps that ask the instrument who it is, or none if it cannot be asked");
            }
            return Deed.NONE;
        }
        return steps.read(entry, bare(false, refusals));
    }

    private static Scope bare(boolean urgent, Refusals refusals) {
        return new Scope(Map.of(), Map.of(), urgent, refusals, time -> Thread.sleep(time.toMillis()));
    }

    private static List<Action> actions(Section file, ActionReader reader) {
        List<Action> actions = new ArrayList<>();
        Section all = file.get("actions").section();
        all.all().forEach((name, entry) -> actions.add(reader.read(name, entry)));
        if (actions.isEmpty()) {
            throw all.mistake("an instrument has one action or more");
        }
        return List.copyOf(actions);
    }

    /** What people call it. */
    public String instrument() {
        return instrument;
    }

    /** See {@link Device#actions}. */
    public List<Action> actions() {
        return actions;
    }

    /** See {@link Device#stopBound}. */
    public Duration stopBound() {
        return stopBound;
    }

    /** See {@link Device#selfTest}: does the steps under {@code identity}. */
    public void selfTest() throws Exception {
        try {
            identity.perform(Values.none());
        } catch (Unexpected e) {
            throw new DeviceException(
                    Detail.IDENTITY_MISMATCH,
                    "This is not the " + instrument + ": " + e.getMessage()
                            + ". Look at the cable and at the link of the device.",
                    e);
        }
    }

    /** Ends the waits of the action at work, and keeps it from its next step. {@link #makeSafe} begins with it. */
    public void halt() {
        brake.pull();
    }

    /** See {@link Device#makeSafe}: halts the action at work and does the steps under {@code safe}. */
    public void makeSafe() throws Exception {
        halt();
        oneAtATime.lockInterruptibly();
        try {
            safe.perform(Values.none());
        } finally {
            oneAtATime.unlock();
        }
    }
}
