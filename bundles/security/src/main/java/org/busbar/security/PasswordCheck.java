package org.busbar.security;

import java.time.Clock;
import java.util.Optional;
import org.busbar.api.security.TooManyAttempts;

/**
 * Logs in who knows the password. A wrong password and an unknown user take the same way and the same time. Safe for use
 * by many threads.
 */
final class PasswordCheck {

    private static final String NOBODY = "somebody unknown"; // what was typed as a name may be a password

    private final Vault vault;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Remembered remembered;
    private final Logins logins;
    private final AuditLog audit;
    private final Clock clock;

    PasswordCheck(Vault vault, Passwords passwords, Logins logins, AuditLog audit, Clock clock) {
        this.vault = vault;
        this.passwords = passwords;
        this.logins = logins;
        this.audit = audit;
        this.clock = clock;
        this.throttle = new Throttle(clock);
        this.remembered = new Remembered(clock);
    }

    /**
     * The token of a login; the one of the last minute if exactly this was right then.
     *
     * @throws TooManyAttempts if there were too many wrong ones
     */
    Optional<String> token(String name, String password, String address) {
        throttle.checkUser(name, address);
        Optional<String> known = remembered
                .find(name, password)
                .filter(one -> logins.holds(one.login()))
                .map(Remembered.Known::token);
        return known.isPresent() ? known : account(name, password, address).map(account -> begin(account, password));
    }

    private String begin(Account account, String password) {
        Login login = logins.begin(account);
        String token = logins.token(login);
        remembered.put(account.name(), password, login, token);
        return token;
    }

    /** As {@link #token}, but gives the user, and always looks at the password itself. */
    Optional<Account> account(String name, String password, String address) {
        Optional<Account> account = vault.now().account(name);
        boolean may = account.filter(one -> one.mayLogIn(clock.instant())).isPresent();
        boolean right = passwords.match(
                password,
                account.map(Account::hash).orElseGet(passwords::nobodys),
                () -> check(name, address),
                matches -> settle(account, name, address, matches && may));
        return right && may ? account : Optional.empty();
    }

    /** Looks again when it is the attempt's turn: others may have been wrong while it waited. */
    private void check(String name, String address) {
        throttle.checkUser(name, address);
        try {
            throttle.checkAddress(address);
        } catch (TooManyAttempts e) {
            throttle.failed(name, address); // else who has to wait could try what is remembered without end
            throw e;
        }
    }

    private void settle(Optional<Account> account, String name, String address, boolean right) {
        if (right) {
            throttle.succeeded(name, address);
            audit.add(name, "logged in", address);
        } else {
            throttle.failed(name, address);
            audit.add(account.map(Account::name).orElse(NOBODY), "was refused a login", address);
        }
    }
}
