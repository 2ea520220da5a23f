package org.busbar.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.busbar.api.security.ApiToken;
import org.busbar.api.security.User;
import org.busbar.api.security.Users;

/** Keeps users and tokens in the {@link Vault}. */
final class LabUsers implements Users {

    static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");

    private static final String HERE = ""; // a change comes from within; who asked for it is named
    private static final int LONGEST_LABEL = 200;

    private final Vault vault;
    private final Passwords passwords;
    private final ApiTokens tokens;
    private final Logins logins;
    private final AuditLog audit;
    private final Clock clock;

    LabUsers(Vault vault, Passwords passwords, ApiTokens tokens, Logins logins, AuditLog audit, Clock clock) {
        this.vault = vault;
        this.passwords = passwords;
        this.tokens = tokens;
        this.logins = logins;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<User> all() {
        return vault.now().accounts().values().stream()
                .map(Account::user)
                .sorted(Comparator.comparing(User::name))
                .toList();
    }

    @Override
    public void put(User user, Optional<String> password, String by) {
        if (!NAME.matcher(user.name()).matches()) {
            throw new IllegalArgumentException(
                    "The name of a user has 1 to 64 letters, digits and . _ - @, unlike '" + user.name() + "'");
        }
        Optional<String> hash = password.map(passwords::hash); // slow, so not while the vault is held
        vault.change(register -> administered(register.with(changed(register.account(user.name()), user, hash))));
        audit.add(by, "set user " + described(user) + (password.isPresent() ? ", with a new password" : ""), HERE);
    }

    /**
     * Gives a user the password it has chosen and leaves all else as it is by then.
     *
     * @throws IllegalArgumentException if the password will not do, or the user has gone meanwhile
     */
    Account choose(String name, String password) {
        String hash = passwords.hash(password);
        Register after =
                vault.change(register -> register.with(of(register, name).with(hash, Optional.empty())));
        audit.add(name, "chose a new password", HERE);
        return of(after, name);
    }

    private static Account of(Register register, String name) {
        return register.account(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no user '" + name + "'"));
    }

    private Account changed(Optional<Account> before, User user, Optional<String> hash) {
        if (before.isEmpty()) {
            String first = hash.orElseThrow(
                    () -> new IllegalArgumentException("There is no user '" + user.name() + "' yet; give a password"));
            return new Account(
                    user.name(),
                    user.roles(),
                    user.tenants(),
                    user.active(),
                    clock.instant(),
                    first,
                    Secrets.text(8),
                    Optional.empty());
        }
        Account after = before.get().as(user);
        return hash.map(text -> after.with(text, Optional.empty())).orElse(after);
    }

    private static String described(User user) {
        String roles = user.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
        return user.name() + " with roles [" + roles + "], tenants "
                + user.tenants().stream().sorted().toList() + (user.active() ? "" : ", not active");
    }

    private static Register administered(Register register) {
        if (!register.hasActiveAdministrator()) {
            throw new IllegalArgumentException(
                    "Nobody would be left who is an active administrator; make another one first");
        }
        return register;
    }

    @Override
    public boolean remove(String name, String by) {
        boolean there = vault.now().account(name).isPresent();
        if (there) {
            vault.change(register -> administered(register.without(name)));
            audit.add(by, "removed user " + name, HERE);
        }
        return there;
    }

    @Override
    public List<ApiToken> tokens() {
        Register register = vault.now();
        return register.grants().values().stream()
                .filter(grant -> grant.isValid(clock.instant()))
                .map(Grant::token)
                .filter(token -> register.active(token.user()).isPresent())
                .sorted(Comparator.comparing(ApiToken::issued))
                .toList();
    }

    @Override
    public Issued issue(String user, String label, Optional<Instant> expires, String by) {
        if (label.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException("A label has up to " + LONGEST_LABEL + " characters");
        }
        if (expires.filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            throw new IllegalArgumentException("The token would have expired already, at " + expires.get());
        }
        Issued issued = tokens.issue(user, label, expires);
        audit.add(by, "made " + issued.token().id() + " for " + user + ": " + label, HERE);
        return issued;
    }

    @Override
    public boolean revoke(String token, String by) {
        boolean valid = token.startsWith(Login.PREFIX) ? logins.revoke(token) : revokeToken(token);
        if (valid) {
            audit.add(by, "revoked " + token, HERE);
        }
        return valid;
    }

    private boolean revokeToken(String id) {
        Grant grant = vault.now().token(id);
        if (grant == null) {
            return false;
        }
        vault.change(register -> register.withoutToken(id));
        return grant.isValid(clock.instant());
    }

    @Override
    public List<Audited> audit(int limit) {
        return audit.newest(limit);
    }
}
