package org.busbar.drivers.newerapump;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Link;
import org.busbar.api.link.LinkException;

/**
 * Speaks with one pump of a line in basic mode. Safe for use by many threads; every method blocks for one exchange, or a
 * few.
 *
 * <p>Protocol: New Era Pump Systems, NE-1000 user manual, publication 1200-01, 08/01/14, chapter 9.
 */
final class NewEraProtocol {

    static final Framing FRAMING = Framing.between("\r", "\u0002", "\u0003");

    /** A pump answers within some ms; a stop must not wait as long as the link would. */
    private static final Duration STOPPING = Duration.ofSeconds(1);

    private static final Pattern VOLUMES =
            Pattern.compile("I(?<I>[0-9]{1,4}\\.?[0-9]*)W(?<W>[0-9]{1,4}\\.?[0-9]*)(?<unit>UL|ML)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}\\.?[0-9]*");

    private final Link link;
    private final int address;
    private final AtomicInteger restarts = new AtomicInteger();

    /** @throws IllegalArgumentException if there can be no such address */
    NewEraProtocol(Link link, int address) {
        if (address < 0 || address > 99) {
            throw new IllegalArgumentException(
                    "The setting address = " + address + " of the syringe pump must be from 0 to 99");
        }
        this.link = link;
        this.address = address;
    }

    /** How often it was noticed that the pump had been switched on. */
    int restarts() {
        return restarts.get();
    }

    /** How the pump fares, alarms included; telling an alarm ends it. */
    Reply status() throws Exception {
        return ask(link, "");
    }

    /**
     * How the pump fares, once it has told that it was switched on.
     *
     * @throws DeviceException if it reports another alarm, or an error
     */
    Reply ready() throws Exception {
        Reply reply = status();
        return (reply.isRestart() ? status() : reply).accepted("Asking the pump how it fares");
    }

    /** What it says it is, such as {@code NE1000V3.928}. */
    String version() throws Exception {
        return ask(link, "VER").accepted("Asking the pump for its version").data();
    }

    /** Tells it the inside diameter of its syringe, mm, if it has another one in mind. */
    void useDiameter(double mm) throws Exception {
        String wanted = FourDigits.text(mm);
        String known = ask(link, "DIA").accepted("Asking for the diameter").data();
        if (!NUMBER.matcher(known).matches()) {
            throw Reply.garbled("The pump says that the diameter of its syringe is '" + known + "' mm");
        }
        if (Double.parseDouble(known) != Double.parseDouble(wanted)) {
            set("DIA " + wanted, "diameter = " + mm + " mm");
        }
    }

    void clear(Direction direction) throws Exception {
        set("CLD " + direction.code, "Clearing the volume " + direction.done);
    }

    void useVolume(FourDigits volume, String what) throws Exception {
        set("VOL " + volume.unit(), what);
        set("VOL " + volume.text(), what);
    }

    void useRate(FourDigits rate, String what) throws Exception {
        set("RAT " + rate.text() + " " + rate.unit(), what);
    }

    void use(Direction direction) throws Exception {
        set("DIR " + direction.code, "The direction " + direction.code);
    }

    void run() throws Exception {
        set("RUN", "Pumping");
    }

    /** The volume pumped in a direction since that was cleared, mL. */
    double pumped(Direction direction) throws Exception {
        String data = ask(link, "DIS").accepted("Asking for the volumes").data();
        Matcher form = VOLUMES.matcher(data);
        if (!form.matches()) {
            throw Reply.garbled("'" + data + "' is not what a pump says of the volumes pumped");
        }
        return Double.parseDouble(form.group(direction.prompt)) * FourDigits.factor(form.group("unit"));
    }

    /**
     * Stops the pump, before whatever else waits for the line, and returns when it has said so.
     *
     * @throws Exception if it has not
     */
    void stop() throws Exception {
        Link urgent = link.urgent().within(STOPPING);
        for (int i = 0; i < 4; i++) { // after an alarm; the first STP pauses, the second one ends
            if (ask(urgent, "STP").isStopped()) {
                return;
            }
        }
        throw new DeviceException(
                Detail.FAULT, "The pump does not stop when told to: press Stop on it, or switch it off");
    }

    private void set(String command, String what) throws Exception {
        ask(link, command).accepted(what);
    }

    private Reply ask(Link on, String command) throws DeviceException, LinkException, InterruptedException {
        String asked = String.format(Locale.ROOT, "%02d%s", address, command);
        Reply reply = Reply.of(on.ask(asked), address, asked);
        if (reply.isRestart()) {
            restarts.incrementAndGet();
        }
        return reply;
    }
}
