package org.busbar.links;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Simulator;
import org.jspecify.annotations.Nullable;

/** {@code sim:name} or {@code sim:name/which}: an instrument in software, in this process. */
final class SimTransport implements Transport, Simulation {

    private final String key;
    private final String name;
    private final Map<String, String> options;
    private final Simulators simulators;
    private final Workers workers;
    private final int limit;
    private volatile @Nullable Instrument impostor;

    SimTransport(Address address, Map<String, String> options, Simulators simulators, Workers workers, int limit) {
        this.options = Map.copyOf(options);
        this.simulators = simulators;
        this.workers = workers;
        this.limit = limit;
        name = address.place().replaceFirst("/.*", "");
        key = address.name() + (options.isEmpty() ? "" : "?" + new TreeMap<>(options));
    }

    String name() {
        return name;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Connection connect(Consumer<String> notes) throws Unreachable {
        Simulator simulator = simulators.get(name);
        try {
            Instrument other = impostor;
            Instrument instrument = other == null ? simulators.instrument(key, simulator, options) : other;
            return new SimConnection(instrument, () -> simulators.find(name) == simulator, workers, limit);
        } catch (RuntimeException | LinkageError e) {
            throw new Unreachable("its simulator does not start: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<Simulation> simulation() {
        return Optional.of(this);
    }

    @Override
    public boolean canRefuse() {
        return present().refusal().length > 0;
    }

    @Override
    public byte[] refusal(byte[] heard) {
        return present().refusal(heard.clone());
    }

    @Override
    public void swap(boolean wrong) {
        try {
            impostor = wrong ? present().impostor(options) : null;
        } catch (UnsupportedOperationException e) {
            throw new IllegalArgumentException(key + " cannot act out wrong device: " + e.getMessage(), e);
        }
    }

    private Simulator present() {
        try {
            return simulators.get(name);
        } catch (Unreachable e) {
            throw new IllegalArgumentException(key + " cannot act that out: " + e.getMessage(), e);
        }
    }
}
