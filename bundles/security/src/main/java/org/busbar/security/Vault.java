package org.busbar.security;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.busbar.json.Json;

/** The {@link Register} on disk, {@code users.json}. Safe for use by many threads; reading waits for nobody. */
final class Vault {

    private static final int FORMAT = 1;

    private final PrivateFile file;
    private final Clock clock;
    private volatile Register register;

    /** What is in the file. */
    record Content(int format, Register register) {}

    /**
     * Reads the file; without one nobody is there yet.
     *
     * @throws IllegalStateException if it is damaged
     */
    Vault(Path folder, Clock clock) {
        this.file = new PrivateFile(folder.resolve("users.json"));
        this.clock = clock;
        this.register = file.read().map(this::read).orElse(Register.EMPTY);
    }

    private Register read(String text) {
        try {
            Content content = Json.read(text, Content.class);
            if (content == null || content.format() != FORMAT) {
                throw new IllegalArgumentException("it is not of format " + FORMAT);
            }
            return content.register();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The users in data/security/users.json cannot be read (" + e.getMessage()
                            + "); put the file back from a backup, or delete it to begin with a new administrator",
                    e);
        }
    }

    /** What holds now. */
    Register now() {
        return register;
    }

    /**
     * Changes it; on disk when this returns.
     *
     * @throws java.io.UncheckedIOException if it cannot be written; then nothing has changed
     */
    synchronized Register change(UnaryOperator<Register> change) {
        Register next = change.apply(register).tidied(clock.instant());
        file.write(Json.write(new Content(FORMAT, next)));
        register = next;
        return next;
    }
}
