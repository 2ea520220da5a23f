package org.busbar.api.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps users and tokens. What a method of this has done is on disk when it returns. Safe for use by many threads. */
@ProviderType
public interface Users {

    /** A token with its secret, which is told only once. */
    record Issued(ApiToken token, String secret) {}

    /** Something that matters for security. */
    record Audited(Instant time, String who, String what, String address) {}

    /** Every user, by name. */
    List<User> all();

    /**
     * Makes or changes a user.
     *
     * @param password its new password; empty to keep what it has, so never for a new one
     * @throws IllegalArgumentException if the name or the password will not do, or nobody would be left who is an active
     *     administrator
     */
    void put(User user, Optional<String> password, String by);

    /**
     * Removes a user with all its tokens.
     *
     * @return whether there was one
     * @throws IllegalArgumentException if nobody would be left who is an active administrator
     */
    boolean remove(String name, String by);

    /** Every token that is valid, oldest first. */
    List<ApiToken> tokens();

    /**
     * Makes a token.
     *
     * @throws IllegalArgumentException if there is no such user, or it has expired already
     */
    Issued issue(String user, String label, Optional<Instant> expires, String by);

    /**
     * Makes a token invalid from now on, or with the id of a login all that the login gave.
     *
     * @return whether it was valid
     */
    boolean revoke(String token, String by);

    /** What happened lately, newest first. */
    List<Audited> audit(int limit);
}
