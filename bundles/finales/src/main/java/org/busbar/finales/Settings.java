package org.busbar.finales;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.busbar.api.broker.Request;
import tools.jackson.databind.JsonNode;

/**
 * How a lab serves FINALES, from the file {@code finales/finales.json}; without that file it does not.
 *
 * @param results whether results that do not fit their schema are refused; if not, they are taken and written down
 * @param resultsOf the same for single capabilities, by {@code quantity/method}
 * @param limitations whether requests outside all limitations are refused; if not, they are queued
 * @param lease how long a tenant may be silent before its request is given to others; zero if as long as it likes
 * @param leaseOf the same for single capabilities, by {@code quantity/method}
 * @param silence after how long an owner without a sign of life is reported; zero if never
 * @param offerWindow how long a request that was listed to a tenant is kept from others that can do it; zero if not at all
 * @param longest the longest body, in bytes
 * @param threads the most calls at a time
 * @param formerVersion whether the interface of FINALES before 2 is served, too
 * @param dumpKey what the last part of the dump's address must be; empty if there are no dumps
 */
record Settings(
        int port,
        String host,
        boolean results,
        Map<String, Boolean> resultsOf,
        boolean limitations,
        Duration lease,
        Map<String, Duration> leaseOf,
        Duration silence,
        Duration offerWindow,
        int longest,
        int threads,
        boolean formerVersion,
        String dumpKey) {

    private static final List<String> KNOWN = List.of(
            "port",
            "host",
            "results",
            "results_of",
            "limitations",
            "lease_s",
            "lease_s_of",
            "silence_s",
            "offer_window_s",
            "longest_body",
            "threads",
            "v1",
            "dump_key");

    /** What holds where the file says nothing. */
    static final Settings DEFAULT = new Settings(
            13371,
            "127.0.0.1",
            true,
            Map.of(),
            true,
            Duration.ZERO,
            Map.of(),
            Duration.ofDays(1),
            Duration.ZERO,
            16 << 20,
            100,
            false,
            "");

    Settings {
        resultsOf = Map.copyOf(resultsOf);
        leaseOf = Map.copyOf(leaseOf);
    }

    /**
     * Reads the file; empty if there is none.
     *
     * @throws IllegalArgumentException if it is not of this form; the message has the path
     * @throws IOException if it cannot be read
     */
    static Optional<Settings> read(Path file) throws IOException {
        return Files.isRegularFile(file)
                ? Optional.of(of(StrictJson.read(Files.readAllBytes(file))))
                : Optional.empty();
    }

    static Settings of(JsonNode file) {
        if (!file.isObject()) {
            throw new IllegalArgumentException("$ is no JSON object");
        }
        file.propertyNames().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("$." + name + " is not known, only " + KNOWN);
                });
        Map<String, Boolean> resultsOf = new HashMap<>();
        file.path("results_of")
                .properties()
                .forEach(one -> resultsOf.put(one.getKey(), refuses(one.getKey(), one.getValue())));
        return new Settings(
                whole(file, "port", DEFAULT.port, 0, 65535),
                file.path("host").asString(DEFAULT.host),
                refuses("results", file.path("results")),
                resultsOf,
                refuses("limitations", file.path("limitations")),
                Duration.ofSeconds(whole(file, "lease_s", 0, 0, Integer.MAX_VALUE)),
                leases(file.path("lease_s_of")),
                Duration.ofSeconds(whole(file, "silence_s", (int) DEFAULT.silence.toSeconds(), 0, Integer.MAX_VALUE)),
                Duration.ofSeconds(whole(file, "offer_window_s", 0, 0, 3600)),
                whole(file, "longest_body", DEFAULT.longest, 1, 1 << 30),
                whole(file, "threads", DEFAULT.threads, 10, 2000),
                file.path("v1").asBoolean(false),
                file.path("dump_key").asString(""));
    }

    private static Map<String, Duration> leases(JsonNode seconds) {
        Map<String, Duration> leases = new HashMap<>();
        seconds.propertyNames()
                .forEach(name -> leases.put(name, Duration.ofSeconds(whole(seconds, name, 0, 0, Integer.MAX_VALUE))));
        return leases;
    }

    private static int whole(JsonNode file, String name, int absent, int min, int max) {
        JsonNode number = file.path(name);
        if (number.isMissingNode()) {
            return absent;
        }
        if (!number.isIntegralNumber() || number.asLong() < min || number.asLong() > max) {
            throw new IllegalArgumentException(
                    "$." + name + " = " + number + " is not a whole number from " + min + " to " + max);
        }
        return number.intValue();
    }

    private static boolean refuses(String name, JsonNode word) {
        String text = word.asString("refuse");
        if (!text.equals("refuse") && !text.equals("flag")) {
            throw new IllegalArgumentException("$." + name + " = '" + text + "' is neither refuse nor flag");
        }
        return text.equals("refuse");
    }

    /** Whether results of that capability are refused if they do not fit. */
    boolean refusesResults(Pair pair) {
        return resultsOf.getOrDefault(pair.quantity() + "/" + pair.method(), results);
    }

    /** How long the owner of a request may be silent: the longest of its methods, where zero is the longest of all. */
    Duration lease(Request request) {
        List<Duration> leases = request.methods().stream()
                .map(method -> leaseOf.getOrDefault(request.quantity() + "/" + method, lease))
                .toList();
        return leases.contains(Duration.ZERO)
                ? Duration.ZERO
                : leases.stream().max(Comparator.naturalOrder()).orElse(lease);
    }

    /** The shortest lease there is; zero if there is none. */
    Duration shortestLease() {
        return Stream.concat(Stream.of(lease), leaseOf.values().stream())
                .filter(one -> !one.isZero())
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
