package org.busbar.security;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;

/**
 * What the commands on this machine show: an administrator's token in {@code local-token}, which only the operating
 * system user of the server can read. It is another one at each start, and gone when the server has stopped.
 */
final class LocalToken implements AutoCloseable {

    private final PrivateFile file;
    private final String digest;
    private final Caller caller =
            new Caller("local:" + System.getProperty("user.name", "user"), Set.of(Role.ADMIN), Set.of());

    LocalToken(Path folder) {
        String secret = ApiTokens.PREFIX + Secrets.text(32);
        digest = Secrets.digest(secret);
        file = new PrivateFile(folder.resolve("local-token"));
        file.write(secret + "\n");
    }

    /** Who has it, if it is the token of that digest. */
    Optional<Caller> admit(String asked) {
        return asked.equals(digest) ? Optional.of(caller) : Optional.empty();
    }

    @Override
    public void close() {
        file.delete();
    }
}
