package org.busbar.finales;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code capabilities/*.json} and {@code tenants/*.json} of a folder. A file that is wrong is reported once and
 * changes nothing: what it said before stays in force. For one thread.
 */
final class RegistryFolder {

    /** A capability with whether it is active. */
    private record CapabilityFile(SchemaCapability capability, boolean active) {}

    /** What is in force of one file, and of which content. */
    private record InForce<T>(String content, T file) {}

    private final Path folder;
    private final BiConsumer<Path, String> fault;
    private final Map<Path, InForce<CapabilityFile>> capabilities = new LinkedHashMap<>();
    private final Map<Path, InForce<TenantFile>> tenants = new LinkedHashMap<>();
    private final Map<Path, String> reported = new HashMap<>();
    private String fingerprint = "";
    private boolean started;

    /** @param fault is told of a file and of what is wrong with it */
    RegistryFolder(Path folder, BiConsumer<Path, String> fault) {
        this.folder = folder;
        this.fault = fault;
    }

    /**
     * What is in force now; empty if nothing has changed since the last call.
     *
     * @throws IOException if the folder cannot be listed
     */
    Optional<Catalogue> read() throws IOException {
        List<Path> ofCapabilities = files("capabilities");
        List<Path> ofTenants = files("tenants");
        String now = fingerprint(ofCapabilities) + fingerprint(ofTenants);
        if (started && now.equals(fingerprint)) {
            return Optional.empty();
        }
        readAll(ofCapabilities, capabilities, this::capability);
        Map<Pair, SchemaCapability> active = active();
        readAll(ofTenants, tenants, (path, json) -> tenant(path, json, active));
        fingerprint = now;
        started = true;
        return Optional.of(Catalogue.of(
                active, tenants.values().stream().map(InForce::file).toList()));
    }

    private List<Path> files(String name) throws IOException {
        Path inner = folder.resolve(name);
        if (!Files.isDirectory(inner)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(inner)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }

    private static String fingerprint(List<Path> files) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files) {
            text.append(file)
                    .append('|')
                    .append(Files.getLastModifiedTime(file))
                    .append('|')
                    .append(Files.size(file));
        }
        return text.append('\n').toString();
    }

    private interface Reading<T> {
        T read(Path file, JsonNode json);
    }

    /** Those in force come first, so that a newcomer of the same name cannot displace them. */
    private <T> void readAll(List<Path> files, Map<Path, InForce<T>> inForce, Reading<T> reading) throws IOException {
        inForce.keySet().retainAll(new HashSet<>(files));
        List<Path> order = new ArrayList<>(inForce.keySet());
        files.stream().filter(file -> !inForce.containsKey(file)).forEach(order::add);
        for (Path file : order) {
            String content = Files.readString(file);
            InForce<T> before = inForce.get(file);
            if (before == null || !before.content().equals(content)) {
                take(file, content, inForce, reading);
            }
        }
    }

    private <T> void take(Path file, String content, Map<Path, InForce<T>> inForce, Reading<T> reading) {
        try {
            inForce.put(file, new InForce<>(content, reading.read(file, StrictJson.read(content))));
            reported.remove(file);
        } catch (IllegalArgumentException e) {
            String reason = String.valueOf(e.getMessage());
            if (!reason.equals(reported.put(file, reason))) {
                fault.accept(file, reason);
            }
        }
    }

    private CapabilityFile capability(Path file, JsonNode json) {
        SchemaCapability capability = SchemaCapability.read(json);
        boolean active = json.path("is_active").asBoolean(true);
        capabilities.forEach((other, inForce) -> {
            if (active
                    && !other.equals(file)
                    && inForce.file().active()
                    && inForce.file().capability().pair().equals(capability.pair())) {
                throw new IllegalArgumentException("$: " + capability.pair() + " is active already, in "
                        + other.getFileName() + "; retire that one first");
            }
        });
        return new CapabilityFile(capability, active);
    }

    private Map<Pair, SchemaCapability> active() {
        Map<Pair, SchemaCapability> active = new LinkedHashMap<>();
        capabilities.values().stream()
                .map(InForce::file)
                .filter(CapabilityFile::active)
                .forEach(one -> active.put(one.capability().pair(), one.capability()));
        return active;
    }

    private TenantFile tenant(Path file, JsonNode json, Map<Pair, SchemaCapability> active) {
        TenantFile tenant = TenantFile.read(json);
        tenants.forEach((other, inForce) -> {
            boolean same = inForce.file().uuid().equals(tenant.uuid())
                    || tenant.active()
                            && inForce.file().active()
                            && inForce.file().name().equals(tenant.name());
            if (same && !other.equals(file)) {
                throw new IllegalArgumentException("$.name: there is a tenant '"
                        + inForce.file().name() + "' of that name or UUID already, in " + other.getFileName());
            }
        });
        Set<Pair> retired = started ? Set.of() : retired(active);
        tenant.fault(pair -> Optional.ofNullable(active.get(pair))
                        .or(() -> retired.contains(pair) ? anyOf(pair) : Optional.empty()))
                .ifPresent(reason -> {
                    throw new IllegalArgumentException(reason);
                });
        return tenant;
    }

    /** At a start, a tenant may name what was retired after it had been taken in. */
    private Set<Pair> retired(Map<Pair, SchemaCapability> active) {
        Set<Pair> retired = new HashSet<>();
        capabilities.values().forEach(one -> retired.add(one.file().capability().pair()));
        retired.removeAll(active.keySet());
        return retired;
    }

    private Optional<SchemaCapability> anyOf(Pair pair) {
        return capabilities.values().stream()
                .map(one -> one.file().capability())
                .filter(one -> one.pair().equals(pair))
                .findFirst();
    }
}
