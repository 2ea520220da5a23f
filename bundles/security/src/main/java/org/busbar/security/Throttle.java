package org.busbar.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.security.TooManyAttempts;

/**
 * Slows wrong passwords down: {@value #FREE_PER_USER} are free for a user from an address, {@value #FREE_PER_ADDRESS}
 * for all users from it; each further one costs a wait that doubles from 1 s to 5 min. What is wrong from one address
 * never keeps those at another one waiting. A quarter of an hour without a wrong one forgets. Safe for use by many threads.
 */
final class Throttle {

    static final int FREE_PER_USER = 5;
    static final int FREE_PER_ADDRESS = 100;

    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration MEMORY = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<String, Failures> users = new Recent<>(MOST); // guarded by this
    private final Map<String, Failures> addresses = new Recent<>(MOST); // guarded by this

    /** Wrong attempts in a row. */
    private record Failures(int count, Instant last, Instant until) {}

    Throttle(Clock clock) {
        this.clock = clock;
    }

    /** @throws TooManyAttempts if that user has to wait at that address */
    synchronized void checkUser(String name, String address) {
        check(users, pair(name, address));
    }

    /** @throws TooManyAttempts if everybody has to wait at that address */
    synchronized void checkAddress(String address) {
        check(addresses, network(address));
    }

    synchronized void failed(String name, String address) {
        fail(users, pair(name, address), FREE_PER_USER);
        fail(addresses, network(address), FREE_PER_ADDRESS);
    }

    /** A right password clears the user, but not the address: who has one account may still guess at others. */
    synchronized void succeeded(String name, String address) {
        users.remove(pair(name, address));
    }

    private void check(Map<String, Failures> failures, String key) {
        Instant now = clock.instant();
        found(failures, key).filter(before -> now.isBefore(before.until())).ifPresent(before -> {
            throw new TooManyAttempts(Duration.between(now, before.until()));
        });
    }

    private void fail(Map<String, Failures> failures, String key, int free) {
        int count = found(failures, key).map(Failures::count).orElse(0) + 1;
        Instant now = clock.instant();
        failures.put(key, new Failures(count, now, now.plus(delay(count - free))));
    }

    private static Duration delay(int beyond) {
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofSeconds(1L << Math.min(beyond, 20));
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }

    private Optional<Failures> found(Map<String, Failures> failures, String key) {
        Instant oldest = clock.instant().minus(MEMORY);
        return Optional.ofNullable(failures.get(key))
                .filter(before -> before.last().isAfter(oldest));
    }

    private static String pair(String name, String address) {
        return Secrets.digest(name) + "@" + network(address); // a name may be of any length
    }

    /** Of IPv6 the first half, as who has one such address has all of them. */
    private static String network(String address) {
        String[] groups = address.replaceAll("[\\[\\]]", "").split(":");
        return address.contains("::") || groups.length < 8
                ? address
                : String.join(":", groups[0], groups[1], groups[2], groups[3]);
    }
}
