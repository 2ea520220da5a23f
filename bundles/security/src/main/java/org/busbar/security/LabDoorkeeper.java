package org.busbar.security;

import java.util.Optional;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Doorkeeper;

/** Knows the local token, API tokens and logins. */
final class LabDoorkeeper implements Doorkeeper {

    private static final int LONGEST = 4096;

    private final LocalToken local;
    private final ApiTokens tokens;
    private final Logins logins;
    private final PasswordCheck passwords;
    private final AuditLog audit;

    LabDoorkeeper(LocalToken local, ApiTokens tokens, Logins logins, PasswordCheck passwords, AuditLog audit) {
        this.local = local;
        this.tokens = tokens;
        this.logins = logins;
        this.passwords = passwords;
        this.audit = audit;
    }

    @Override
    public Optional<Caller> admit(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        String digest = Secrets.digest(token);
        if (!token.startsWith(ApiTokens.PREFIX)) {
            return logins.admit(token, digest);
        }
        return local.admit(digest).or(() -> tokens.admit(digest));
    }

    @Override
    public Optional<String> login(String name, String password, String address) {
        return passwords.token(name, password, address);
    }

    @Override
    public void audit(String who, String what, String address) {
        audit.add(who, what, address);
    }
}
