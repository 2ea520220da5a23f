package org.busbar.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Right logins of the last minute, so that a client that logs in before every call costs microseconds. Only a digest is
 * kept, under a key that ends with the process. Safe for use by many threads.
 */
final class Remembered {

    private static final int MOST = 1000;
    private static final Duration MEMORY = Duration.ofSeconds(60);
    private static final String ALGORITHM = "HmacSHA256";

    private final Clock clock;
    private final SecretKeySpec key = new SecretKeySpec(Secrets.bytes(32), ALGORITHM);
    private final Map<String, Entry> entries = new Recent<>(MOST); // guarded by entries

    private record Entry(Login login, String token, Instant end) {}

    /** A login with its token. */
    record Known(Login login, String token) {}

    Remembered(Clock clock) {
        this.clock = clock;
    }

    void put(String name, String password, Login login, String token) {
        Entry entry = new Entry(login, token, clock.instant().plus(MEMORY));
        String digest = digest(name, password);
        synchronized (entries) {
            entries.put(digest, entry);
        }
    }

    /** The login if exactly this was right lately. */
    Optional<Known> find(String name, String password) {
        String digest = digest(name, password);
        Entry entry;
        synchronized (entries) {
            entry = entries.get(digest);
        }
        return Optional.ofNullable(entry)
                .filter(one -> clock.instant().isBefore(one.end()))
                .map(one -> new Known(one.login(), one.token()));
    }

    private String digest(String name, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((name.length() + ":" + name).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
