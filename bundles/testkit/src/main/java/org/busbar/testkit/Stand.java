package org.busbar.testkit;

import static org.junit.jupiter.api.Assumptions.abort;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.busbar.api.device.Device;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.LinkFault;
import org.busbar.api.link.LinkStatus;
import org.busbar.api.link.Simulator;
import org.busbar.api.link.Switchboard;
import org.busbar.links.LinkRoom;
import org.busbar.links.Permissions;
import org.jspecify.annotations.Nullable;

/** What one test of a driver stands on: links with simulated instruments, and a lab when it is needed. */
final class Stand implements AutoCloseable {

    /** The system property that names a real link. */
    static final String REAL = "busbar.link";

    /** So long simulated instruments may take to answer. */
    private static final String TIMEOUT = "timeout=400ms";

    private static final ThreadLocal<@Nullable Stand> CURRENT = new ThreadLocal<>();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private record Made(DriverContract contract, String uri) {}

    private final LinkRoom room = new LinkRoom();
    private final WatchedLinks links = new WatchedLinks(room.links(Permissions.ALL));
    private final Map<Device, Made> made = new LinkedHashMap<>();
    private @Nullable Path folder;
    private final Supplier<Premises> premises;
    private @Nullable Lab lab;

    /** @param premises where its lab is, should it need one */
    Stand(Supplier<Premises> premises) {
        this.premises = premises;
    }

    /** Without a lab. */
    Stand() {
        this(() -> {
            throw new IllegalStateException("There is no lab here");
        });
    }

    static Stand current() {
        return Objects.requireNonNull(CURRENT.get(), "A driver is only tried within a test of its contract");
    }

    static void begin(Supplier<Premises> premises) {
        CURRENT.set(new Stand(premises));
    }

    static void end() {
        Stand stand = current();
        CURRENT.remove();
        stand.close();
    }

    /** The real link; empty if the driver is tried on a simulated one. */
    static String real() {
        return System.getProperty(REAL, "");
    }

    static boolean isReal() {
        return !real().isEmpty();
    }

    /** A fresh driver on a fresh instrument, or on the real one. */
    Device device(DriverContract contract) throws Exception {
        return device(contract, uri(contract));
    }

    Device device(DriverContract contract, String uri) throws Exception {
        Device device = contract.driver(links, uri);
        made.put(device, new Made(contract, uri));
        return device;
    }

    String uri(DriverContract contract) {
        return isReal() ? real() : simulated(contract, contract.simulator());
    }

    /** A link to an instrument in software. */
    String simulated(DriverContract contract, Simulator simulator) {
        String name = "kit-" + COUNT.incrementAndGet();
        room.add(name, simulator);
        return absent(contract, name);
    }

    /** A link to an instrument that is not there, unless it was added. */
    String absent(DriverContract contract, String name) {
        String options = contract.options();
        String timeout = options.contains("timeout=") ? "" : options.isEmpty() ? TIMEOUT : TIMEOUT + "&";
        return "sim:" + name + "?" + timeout + options;
    }

    /** A simulator that makes that instrument. */
    static Simulator making(Instrument instrument) {
        return options -> instrument;
    }

    String uri(Device device) {
        return Objects.requireNonNull(made.get(device)).uri();
    }

    /** The device is taken away, as when its plug-in goes. */
    void done(Device device) throws Exception {
        Made how = made.remove(device);
        if (how != null) {
            how.contract().close(device);
        }
    }

    static void deactivate(Device device) throws Exception {
        Method method = Declared.by(device.getClass()).deactivation().orElse(null);
        if (method == null) {
            ((AutoCloseable) device).close();
            return;
        }
        method.setAccessible(true);
        try {
            method.invoke(device);
        } catch (InvocationTargetException e) {
            throw new AssertionError("The driver cannot be deactivated: " + e.getCause(), e.getCause());
        }
    }

    WatchedLinks links() {
        return links;
    }

    Switchboard switchboard() {
        return room;
    }

    LinkStatus line(String uri) {
        return switchboard().links().stream()
                .filter(line -> line.uri().equals(uri))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The driver has not opened " + uri));
    }

    /** Has a line fail; the test is skipped if that line cannot fail in that way. */
    void inject(String uri, LinkFault fault) {
        try {
            switchboard().inject(uri, fault);
        } catch (IllegalArgumentException e) {
            abort(String.valueOf(e.getMessage()));
        }
    }

    Lab lab() {
        if (lab == null) {
            lab = new Lab(premises.get());
            room.addListener(lab.listener());
        }
        return lab;
    }

    /** A folder that is deleted at the end. */
    Path folder() throws Exception {
        if (folder == null) {
            folder = Files.createTempDirectory("busbar-kit");
        }
        return folder;
    }

    @Override
    public void close() {
        Lab used = lab;
        if (used != null) {
            used.close();
        }
        try {
            List.copyOf(made.keySet()).forEach(device -> Closing.now(() -> done(device)));
        } finally {
            room.close();
        }
        Path files = folder;
        if (files != null) {
            Closing.now(() -> Premises.delete(files));
        }
    }
}
