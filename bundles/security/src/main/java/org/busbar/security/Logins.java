package org.busbar.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.busbar.api.security.Caller;

/**
 * Gives logins out and recognises them. A token seen lately is not verified again, but whether it has expired, was
 * revoked, or its user has changed is looked up each time. Safe for use by many threads.
 */
final class Logins {

    /** No login lasts longer. */
    static final Duration LONGEST = Duration.ofDays(30);

    private static final int MOST_SEEN = 10_000;

    private final Vault vault;
    private final Jwts jwts;
    private final Supplier<Duration> lifetime;
    private final Clock clock;
    private final Map<String, Login> seen = new Recent<>(MOST_SEEN); // guarded by itself

    /** @param lifetime of the next login */
    Logins(Vault vault, Jwts jwts, Supplier<Duration> lifetime, Clock clock) {
        this.vault = vault;
        this.jwts = jwts;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** A new login; {@link #token} makes a token of it. */
    Login begin(Account account) {
        return jwts.login(account, lifetime.get());
    }

    String token(Login login) {
        return jwts.write(login);
    }

    Optional<Caller> admit(String token, String digest) {
        return find(token, digest).flatMap(this::account).map(Account::caller);
    }

    /** The login that a token is of, if it still holds. */
    Optional<Login> find(String token, String digest) {
        Login known;
        synchronized (seen) {
            known = seen.get(digest);
        }
        Optional<Login> login = known == null ? jwts.read(token) : Optional.of(known);
        if (known == null && login.isPresent()) {
            synchronized (seen) {
                seen.put(digest, login.get());
            }
        }
        return login.filter(this::holds);
    }

    /** Whether a login is valid now. */
    boolean holds(Login login) {
        return account(login).isPresent();
    }

    private Optional<Account> account(Login login) {
        Register register = vault.now();
        return register.account(login.user()).filter(account -> login.holds(account, register, clock.instant()));
    }

    /** Makes a login invalid for good; {@code false} if it is none, or was invalid. */
    boolean revoke(String id) {
        if (!id.matches(Login.PREFIX + "[A-Za-z0-9_-]{22}")
                || vault.now().revoked().containsKey(id)) {
            return false;
        }
        vault.change(register -> register.revoke(id, clock.instant().plus(LONGEST)));
        return true;
    }
}
