package org.busbar.api.security;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Tells who asks. Safe for use by many threads. */
@ProviderType
public interface Doorkeeper {

    /**
     * Who has this token; empty if it is forged, expired, revoked or belongs to nobody. Costs microseconds for a token
     * seen lately.
     *
     * @param token a JWT or an API token, without the word Bearer
     */
    Optional<Caller> admit(String token);

    /**
     * A new token for who knows the password; empty if the name or the password is wrong, without telling which.
     *
     * @param address where the attempt comes from, as digits; wrong attempts from there are slowed down
     * @throws TooManyAttempts if there were too many wrong ones
     */
    Optional<String> login(String name, String password, String address);

    /** Writes down that somebody did, or was kept from doing, something that matters for security. */
    void audit(String who, String what, String address);
}
