package org.busbar.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.busbar.api.security.ApiToken;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Users.Issued;

/** Tokens for programs: {@value #PREFIX} and 256 random bits, of which the server keeps a SHA-256 only. */
final class ApiTokens {

    /** By this, tools that look for secrets in files find a token. */
    static final String PREFIX = "busbar_";

    static final String ID = "token-";

    private final Vault vault;
    private final Clock clock;

    ApiTokens(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException if there is no such user */
    Issued issue(String user, String label, Optional<Instant> expires) {
        String secret = PREFIX + Secrets.text(32);
        ApiToken token = new ApiToken(ID + Secrets.text(8), user, label, clock.instant(), expires);
        Grant grant = new Grant(token, Secrets.digest(secret));
        vault.change(register -> {
            if (register.account(user).isEmpty()) {
                throw new IllegalArgumentException("There is no user '" + user + "'");
            }
            return register.with(grant);
        });
        return new Issued(token, secret);
    }

    Optional<Caller> admit(String digest) {
        Register register = vault.now();
        return Optional.ofNullable(register.grants().get(digest))
                .filter(grant -> grant.isValid(clock.instant()))
                .flatMap(grant -> register.active(grant.token().user()))
                .map(Account::caller);
    }
}
