package org.busbar.security;

import java.time.Instant;
import org.busbar.api.security.ApiToken;

/**
 * An API token as it is kept.
 *
 * @param digest what the secret is recognised by, see {@link Secrets#digest}
 */
record Grant(ApiToken token, String digest) {

    boolean isValid(Instant now) {
        return token.expires().map(now::isBefore).orElse(true);
    }
}
