package org.busbar.drivers.methodscript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.Link;
import org.busbar.api.link.LinkException;

/**
 * What can be said to the instrument over its line.
 *
 * <p>Source: EmStat Pico communication protocol V1.2 (PalmSens, 24-4-2019) and, for bringing an instrument of unknown
 * state in step, the function {@code abort_and_sync} of PalmSens' public MethodSCRIPT examples.
 */
final class Console {

    /** What the instrument needs after a command that it has refused; at least 50 ms. */
    private static final long REST_MILLIS = 60;

    /** The longest that an instrument may take to abort, such as in the middle of a slow period, ns. */
    private static final long ABORTING = 15_000_000_000L;

    /** Begin and end of loops, and texts. */
    private static final Pattern MARK = Pattern.compile("[MC][0-9A-F]{4}|[L*+-]|T.*");

    /** Hears the next line. */
    @FunctionalInterface
    private interface Ear {
        String hear() throws LinkException, InterruptedException;
    }

    private final Link link;
    private final ReentrantLock aborting = new ReentrantLock();
    private final AtomicInteger aborts = new AtomicInteger();
    private volatile boolean atWork;

    Console(Link link) {
        this.link = link;
    }

    /**
     * Runs a script that measures.
     *
     * @throws DeviceException if the instrument cannot be reached or refuses it; the cell is off
     * @throws InterruptedException if interrupted; the script is aborted and the cell off
     * @throws LinkException if the line failed; the script may be at work, unless what came was garbled
     */
    Table measure(Measurement measurement) throws DeviceException, LinkException, InterruptedException {
        int before = aborts.get();
        try {
            start(measurement.script());
            return listen(() -> next(link.within(measurement.pause()), before));
        } catch (InterruptedException e) {
            abort();
            throw e;
        } catch (LinkException e) {
            if (e.kind() == LinkException.Kind.GARBLED) {
                abortAfter(e);
            }
            throw e;
        }
    }

    /** Ends whatever script is at work and switches the cell off; returns when that is confirmed. */
    void abort() throws DeviceException, LinkException, InterruptedException {
        aborting.lockInterruptibly(); // the replies to two of them at once could not be told apart
        try {
            aborts.incrementAndGet();
            if (!isIdle(link.urgent())) {
                end();
            }
            switchOff(link.urgent());
        } finally {
            aborting.unlock();
        }
    }

    /**
     * Says it again until the instrument says that there is nothing to abort. What it says meanwhile, such as the last
     * points, is dropped by the link before each time.
     */
    private void end() throws DeviceException, LinkException, InterruptedException {
        long start = System.nanoTime();
        boolean isIdle = false;
        while (!isIdle) {
            isIdle = isIdle(clean(link.urgent().ask("Z")));
            Thread.sleep(REST_MILLIS);
            if (System.nanoTime() - start > ABORTING) {
                throw new LinkException(
                        LinkException.Kind.NO_REPLY,
                        "The instrument is still at work "
                                + Duration.ofNanos(ABORTING).toSeconds()
                                + " s after it was told to abort: switch it off");
            }
        }
    }

    /** Whether a script may be at work. */
    boolean isAtWork() {
        return atWork;
    }

    /** Whether no script is at work, as far as the driver knows and the instrument says. */
    boolean isIdle() throws DeviceException, LinkException, InterruptedException {
        return isIdle(link);
    }

    /** The instrument tells its serial number only while no script is at work. */
    private boolean isIdle(Link now) throws DeviceException, LinkException, InterruptedException {
        if (atWork) {
            return false;
        }
        String reply = clean(now.ask("i"));
        boolean isIdle = reply.startsWith("i") && InstrumentError.in(reply).isEmpty();
        Thread.sleep(isIdle ? 0 : REST_MILLIS);
        return isIdle;
    }

    /** The lines by which the instrument says what it is: firmware, then serial number. */
    List<String> identity() throws DeviceException, LinkException, InterruptedException {
        String firmware = clean(link.ask("t"));
        if (!firmware.startsWith("t") || !clean(link.hear()).endsWith("*")) {
            throw garbled("t", firmware);
        }
        String serial = clean(link.ask("i"));
        if (!serial.startsWith("i") || InstrumentError.in(serial).isPresent()) {
            throw garbled("i", serial);
        }
        return List.of(firmware.substring(1), serial.substring(1));
    }

    private void start(List<String> script) throws DeviceException, LinkException, InterruptedException {
        String reply = sent(script);
        Optional<InstrumentError> error = InstrumentError.in(reply);
        if (error.isPresent()) {
            atWork = false;
            Thread.sleep(REST_MILLIS);
            throw new DeviceException("The instrument has refused the script, and measured nothing: " + error.get());
        }
        if (!reply.equals("e")) {
            throw garbled("a script", reply);
        }
    }

    private String sent(List<String> script) throws DeviceException, LinkException, InterruptedException {
        atWork = true;
        try {
            return clean(link.ask(message(script)));
        } catch (DeviceException e) {
            atWork = false;
            throw e;
        }
    }

    private static String message(List<String> script) {
        return "e\n" + String.join("\n", script) + "\n";
    }

    private Table listen(Ear ear) throws DeviceException, LinkException, InterruptedException {
        List<List<Reading>> rows = new ArrayList<>();
        String last = "";
        for (String line = ear.hear(); !line.isEmpty(); line = ear.hear()) {
            take(line, rows, ear);
            last = line;
        }
        if (!last.equals("*") || rows.isEmpty()) {
            throw garbled("a script", last);
        }
        atWork = false;
        return new Table(rows);
    }

    private void take(String line, List<List<Reading>> rows, Ear ear)
            throws DeviceException, LinkException, InterruptedException {
        Optional<InstrumentError> error = InstrumentError.in(line);
        if (error.isPresent()) {
            throw failed(ear, error.get());
        } else if (line.startsWith("P")) {
            rows.add(Reading.line(line));
        } else if (!MARK.matcher(line).matches()) {
            throw garbled("a script", line);
        }
    }

    /** The next line, unless another thread aborts: then what comes is for that one. */
    private String next(Link patient, int before) throws LinkException, InterruptedException {
        requireNot(aborts.get() != before);
        String line = clean(patient.hear());
        requireNot(aborts.get() != before);
        return line;
    }

    private static void requireNot(boolean aborted) throws LinkException {
        if (aborted) {
            throw new LinkException(LinkException.Kind.CUT_OFF, "The measurement was aborted by makeSafe");
        }
    }

    /** After an error the end of the script, where the cell is switched off, was not reached. */
    private DeviceException failed(Ear ear, InstrumentError error)
            throws DeviceException, LinkException, InterruptedException {
        ear.hear();
        Thread.sleep(REST_MILLIS);
        switchOff(link);
        return new DeviceException("The instrument has broken off the measurement, and its cell is off: " + error);
    }

    private void switchOff(Link link) throws DeviceException, LinkException, InterruptedException {
        String reply = clean(link.ask(message(List.of("cell_off"))));
        String end = reply.equals("e") ? clean(link.hear()) : reply;
        if (!end.isEmpty()) {
            throw new DeviceException(
                    Detail.FAULT,
                    "The instrument has not confirmed that its cell is off, but answered '" + end
                            + "': switch it off or take the cell off by hand");
        }
        atWork = false;
    }

    private void abortAfter(LinkException garbled) throws InterruptedException {
        try {
            abort();
        } catch (DeviceException | LinkException e) {
            garbled.addSuppressed(e);
        }
    }

    private static boolean isIdle(String line) {
        return line.startsWith("Z!")
                && InstrumentError.in(line)
                        .filter(error -> error.code() == InstrumentError.WRONG_STATE)
                        .isPresent();
    }

    private static LinkException garbled(String sent, String reply) {
        return new LinkException(
                LinkException.Kind.GARBLED,
                "The reply to " + sent + " is '" + reply
                        + "', which no instrument with MethodSCRIPT says there: look for"
                        + " a loose plug, a wrong baud rate or another program on the line");
    }

    /** Without the flow control characters XON and XOFF that some instruments send. */
    private static String clean(String line) {
        return line.replace("\u0011", "").replace("\u0013", "").replace("\r", "");
    }
}
