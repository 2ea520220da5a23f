package org.busbar.security;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.security.TooManyAttempts;

/**
 * Hashes passwords by Argon2id (RFC 9106) with 7 MiB of memory, 5 passes and 1 lane: of the settings that the OWASP
 * password storage cheat sheet calls equally strong the one that needs the least memory, as the library keeps it. A hash
 * takes some 40 ms; at most two are computed at once. Safe for use by many threads.
 */
final class Passwords {

    static final int SHORTEST = 10;
    static final int LONGEST = 1000;

    private static final int MEMORY_KIB = 7 * 1024;
    private static final int PASSES = 5;
    private static final int LANES = 1;
    private static final int LENGTH = 32;
    private static final int MOST_WAITING = 32;
    private static final Pattern HASH =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final Semaphore permits = new Semaphore(2, true);

    /** What no password fits, at the price of one that is there: with it an unknown user looks like a known one. */
    private final String nobodys = encoded(Secrets.bytes(16), Secrets.bytes(LENGTH));

    /**
     * The hash of a new password, with its salt and parameters.
     *
     * @throws IllegalArgumentException if the password is too short or too long
     */
    String hash(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST || password.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A password has " + SHORTEST + " to " + LONGEST + " characters; choose another one");
        }
        byte[] salt = Secrets.bytes(16);
        return permitted(() -> encoded(salt, argon2(MEMORY_KIB, PASSES, LANES, LENGTH, salt, password)));
    }

    String nobodys() {
        return nobodys;
    }

    /**
     * Whether the password is that of the hash.
     *
     * @param first what is done when it is this attempt's turn; it may throw to end the attempt
     * @param then is told the answer before another attempt has its turn
     * @throws TooManyAttempts if too many wait already
     */
    boolean match(String password, String hash, Runnable first, Consumer<Boolean> then) {
        return permitted(() -> {
            first.run();
            boolean right = matches(password, hash);
            then.accept(right);
            return right;
        });
    }

    private <T> T permitted(Supplier<T> work) {
        if (permits.getQueueLength() >= MOST_WAITING) {
            throw new TooManyAttempts(Duration.ofSeconds(1));
        }
        permits.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private static boolean matches(String password, String hash) {
        Matcher parts = HASH.matcher(hash);
        if (!parts.matches()) {
            throw new IllegalStateException("A hash in data/security/users.json is none of Argon2id");
        }
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] found = argon2(number(parts, 1), number(parts, 2), number(parts, 3), expected.length, salt, password);
        return password.length() <= LONGEST & MessageDigest.isEqual(expected, found);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static byte[] argon2(int memory, int passes, int lanes, int length, byte[] salt, String password) {
        String cut = password.substring(0, Math.min(password.length(), LONGEST));
        byte[] plain = Normalizer.normalize(cut, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        return Argon2Function.getInstance(memory, passes, lanes, length, Argon2.ID)
                .hash(plain, salt)
                .getBytes();
    }

    private static String encoded(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }
}
