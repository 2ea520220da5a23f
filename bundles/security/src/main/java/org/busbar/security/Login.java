package org.busbar.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a JWT of this server says.
 *
 * @param id by which it is revoked
 * @param epoch of the account when it was given, see {@link Account}
 */
record Login(String id, String user, String epoch, Instant expires) {

    /** Ids of logins begin so. */
    static final String PREFIX = "login-";

    /** Whether it still holds for that account. */
    boolean holds(@Nullable Account account, Register register, Instant now) {
        return account != null
                && now.isBefore(expires)
                && account.active()
                && account.epoch().equals(epoch)
                && !register.revoked().containsKey(id);
    }
}
