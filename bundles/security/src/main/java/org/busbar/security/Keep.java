package org.busbar.security;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

/** All of a lab's security, made of the files in its folder. */
final class Keep implements AutoCloseable {

    private static final long AUDIT_BYTES = 5_000_000;

    final LabDoorkeeper doorkeeper;
    final LabUsers users;
    final Logins logins;
    final PasswordCheck passwords;
    final SecurityFile settings;
    final AuditLog audit;
    final Vault vault;

    private final LocalToken local;
    private final FirstPassword first;
    private final Path folder;
    private volatile boolean closed;

    /**
     * Reads the files, and makes those that are missing.
     *
     * @param console what is said there is kept nowhere
     * @throws IllegalStateException if a file is damaged
     */
    Keep(Path lab, Clock clock, Consumer<String> console) {
        folder = PrivateFile.folder(lab.resolve("data").resolve("security"));
        settings = new SecurityFile(lab);
        vault = new Vault(folder, clock);
        audit = new AuditLog(folder, AUDIT_BYTES, clock);
        Passwords hashes = new Passwords();
        logins = new Logins(vault, new Jwts(SigningKeys.of(folder), clock), settings::login, clock);
        passwords = new PasswordCheck(vault, hashes, logins, audit, clock);
        ApiTokens tokens = new ApiTokens(vault, clock);
        users = new LabUsers(vault, hashes, tokens, logins, audit, clock);
        local = new LocalToken(folder);
        doorkeeper = new LabDoorkeeper(local, tokens, logins, passwords, audit);
        first = new FirstPassword(vault, hashes, audit, clock, console);
    }

    /** Makes sure that somebody can log in. */
    void welcome() {
        first.make(folder);
    }

    /** Whether the server is being stopped. */
    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        local.close();
    }
}
