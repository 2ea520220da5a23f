package org.busbar.links;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.busbar.api.link.Framing;
import org.busbar.api.link.LinkFault;
import org.busbar.api.link.LinkListener;
import org.busbar.api.link.LinkStatus;
import org.busbar.api.link.Links;
import org.busbar.api.link.Simulator;
import org.busbar.api.link.Switchboard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The room in which all lines come together: opens them, shares them, and shows them. Needs no framework: tests make one
 * and {@link #close} it. Safe for use by many threads.
 *
 * <pre>{@code
 * try (LinkRoom room = new LinkRoom()) {
 *     room.add("new-era-pump", new PumpSimulator());
 *     Device pump = new NewEraPump(config("sim:new-era-pump"), room.links(Permissions.ALL));
 *     room.inject("sim:new-era-pump", LinkFault.once(LinkFault.Kind.HANG));
 * }
 * }</pre>
 */
@Component(service = {LinkRoom.class, Switchboard.class})
public final class LinkRoom implements Switchboard, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LinkRoom.class);
    private static final long WATCH_MS = 500;

    private final Workers workers = new Workers();
    private final Sockets sockets = new Sockets();
    private final Simulators simulators = new Simulators();
    private final Transports transports = new Transports(simulators, workers, sockets);
    private final List<LinkListener> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** A room without lines, simulators and listeners. */
    @Activate
    public LinkRoom() {
        workers.clock().scheduleWithFixedDelay(this::watch, WATCH_MS, WATCH_MS, TimeUnit.MILLISECONDS);
    }

    /** The links of one plug-in, which may use what it has declared. They are closed one by one, or with the room. */
    public Links links(Permissions permissions) {
        return new PermittedLinks(this, permissions);
    }

    /** Serves the links {@code sim:name} from now on, unless another one does. */
    public void add(String name, Simulator simulator) {
        simulators.add(name, simulator);
        lines().stream().filter(line -> isSimulated(line, name)).forEach(line -> line.connector()
                .retry());
    }

    /** Its instruments are gone: their links are lost. */
    public void remove(String name, Simulator simulator) {
        simulators.remove(name, simulator);
        lines().stream().filter(line -> isSimulated(line, name)).forEach(line -> line.connector()
                .drop());
    }

    private static boolean isSimulated(Line line, String name) {
        return line.transport() instanceof SimTransport sim && sim.name().equals(name);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSimulator(Simulator simulator, Map<String, Object> properties) {
        add(String.valueOf(properties.get(Simulator.NAME)), simulator);
    }

    void removeSimulator(Simulator simulator, Map<String, Object> properties) {
        remove(String.valueOf(properties.get(Simulator.NAME)), simulator);
    }

    /** Tells somebody from now on when a line is connected or lost. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addListener(LinkListener listener) {
        listeners.add(listener);
    }

    /** Tells nothing any more. */
    public void removeListener(LinkListener listener) {
        listeners.remove(listener);
    }

    /**
     * Opens a line for a holder; see {@link Links#open}.
     *
     * @param closed is called when the holder has given it back
     */
    LineLink open(Address address, Framing framing, Holder holder, Runnable closed) {
        Options options = new Options(address);
        Habits habits = Habits.of(options);
        Transport transport = transports.transport(address, options, habits.limit());
        Line line = join(transport, habits, holder);
        Voice voice = new Voice(holder, transport.framing(framing), habits.timeout(), false);
        return new LineLink(line, voice, () -> {
            leave(line, holder);
            closed.run();
        });
    }

    private Line join(Transport transport, Habits habits, Holder holder) {
        synchronized (lines) {
            Line line = lines.get(transport.key());
            if (line == null) {
                line = new Line(transport, habits, workers, this::tell);
                lines.put(transport.key(), line);
            }
            agree(line, transport, habits, holder);
            line.join(holder);
            return line;
        }
    }

    private static void agree(Line line, Transport transport, Habits habits, Holder holder) {
        String there = wiring(line.transport(), line.habits());
        String wanted = wiring(transport, habits);
        if (!there.equals(wanted)) {
            throw new IllegalArgumentException(
                    holder.uri() + ": " + line.status().uri() + " is open already with " + there + ", and not with "
                            + wanted + ": all who share a line give it the same options");
        }
    }

    private static String wiring(Transport transport, Habits habits) {
        return transport.wiring() + (transport.wiring().isEmpty() ? "" : ", ") + habits.shared();
    }

    private void leave(Line line, Holder holder) {
        boolean last;
        synchronized (lines) {
            last = line.leave(holder) && lines.remove(line.transport().key(), line);
        }
        if (last) {
            line.close();
        }
    }

    private void tell(LinkStatus status) {
        if (!workers.teller().isShutdown()) {
            workers.teller().execute(() -> listeners.forEach(listener -> tell(listener, status)));
        }
    }

    private static void tell(LinkListener listener, LinkStatus status) {
        try {
            listener.on(status);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("A listener failed when it was told that {} is {}", status.uri(), status.state(), e);
        }
    }

    private void watch() {
        try {
            lines().forEach(line -> line.connector().drop());
        } catch (RuntimeException e) {
            LOG.error("The lines could not be looked at", e);
        }
    }

    private List<Line> lines() {
        synchronized (lines) {
            return new ArrayList<>(lines.values());
        }
    }

    private Line line(String uri) {
        return lines().stream()
                .filter(line -> line.isNamed(uri) || line.transport().key().equals(uri))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no line " + uri + "; there "
                        + (lines().isEmpty()
                                ? "are none"
                                : "are: "
                                        + String.join(
                                                ", ",
                                                links().stream()
                                                        .map(LinkStatus::uri)
                                                        .toList()))));
    }

    @Override
    public List<LinkStatus> links() {
        return lines().stream()
                .map(Line::status)
                .sorted(Comparator.comparing(LinkStatus::uri))
                .toList();
    }

    @Override
    public void trace(String uri, Duration time) {
        line(uri).trace().on(time);
    }

    @Override
    public List<Traced> traced(String uri) {
        return line(uri).trace().entries();
    }

    @Override
    public void inject(String uri, LinkFault fault) {
        line(uri).inject(fault);
    }

    @Override
    public void mend(String uri) {
        line(uri).mend();
    }

    @Override
    public void reconnect(String uri) {
        line(uri).connector().retry();
    }

    /** Closes every line and ends every thread. */
    @Deactivate
    @Override
    public void close() {
        List<Line> all;
        synchronized (lines) {
            all = new ArrayList<>(lines.values());
            lines.clear();
        }
        all.forEach(Line::close);
        sockets.close();
        workers.close();
    }
}
