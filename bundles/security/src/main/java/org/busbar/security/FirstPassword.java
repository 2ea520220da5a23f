package org.busbar.security;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.busbar.api.security.Role;

/**
 * Makes a password for one time and says it on the server's console, once and nowhere else: at the first start for the
 * user {@value #ADMIN}, and later for the user whose name somebody has written into {@code reset-password}, which takes
 * the right to write to the lab's {@code data/security}.
 *
 * <p>The password works until its user chooses another one, which the login page demands, but not longer than a day.
 */
final class FirstPassword {

    static final String ADMIN = "admin";

    private static final Duration LIFE = Duration.ofHours(24);
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"; // none that look alike
    private static final int GROUPS = 5;

    private final Vault vault;
    private final Passwords passwords;
    private final AuditLog audit;
    private final Clock clock;
    private final Consumer<String> console;

    FirstPassword(Vault vault, Passwords passwords, AuditLog audit, Clock clock, Consumer<String> console) {
        this.vault = vault;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.console = console;
    }

    /** Makes what is needed now; nothing if there are users and none has to be reset. */
    void make(Path folder) {
        PrivateFile asked = new PrivateFile(folder.resolve("reset-password"));
        Optional<String> name = asked.read().map(String::strip);
        if (name.isPresent()) {
            reset(name.get());
            asked.delete();
        } else if (vault.now().accounts().isEmpty()) {
            set(admin());
        }
    }

    private void reset(String name) {
        Optional<Account> before = vault.now().account(name);
        if (before.isPresent() || name.equals(ADMIN)) {
            set(before.map(FirstPassword::activated).orElseGet(this::admin));
        } else {
            console.accept("There is no user '" + name + "' whose password could be reset.");
        }
    }

    private Account admin() {
        return new Account(ADMIN, Set.of(Role.ADMIN), Set.of(), true, clock.instant(), "", "", Optional.empty());
    }

    private static Account activated(Account account) {
        return new Account(
                account.name(),
                account.roles(),
                account.tenants(),
                true,
                account.since(),
                account.hash(),
                account.epoch(),
                account.until());
    }

    private void set(Account account) {
        String password = password();
        Instant end = clock.instant().plus(LIFE);
        Account changed = account.with(passwords.hash(password), Optional.of(end));
        vault.change(register -> register.with(changed));
        audit.add("the server", "made a password for one time for user " + account.name(), "");
        console.accept("Log in as '" + account.name() + "' with the password " + password + " within "
                + LIFE.toHours()
                + " hours and choose one of your own. It is not shown again; 'busbar user reset-password "
                + account.name() + "' makes another.");
    }

    /** 25 characters of 31, 123 bits. */
    private static String password() {
        StringBuilder text = new StringBuilder();
        while (text.length() < GROUPS * 6 - 1) {
            if (text.length() % 6 == 5) {
                text.append('-');
            }
            int drawn = Secrets.bytes(1)[0] & 31;
            if (drawn < ALPHABET.length()) { // else some would come up more often
                text.append(ALPHABET.charAt(drawn));
            }
        }
        return text.toString();
    }
}
