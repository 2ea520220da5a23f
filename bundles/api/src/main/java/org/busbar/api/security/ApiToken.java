package org.busbar.api.security;

import java.time.Instant;
import java.util.Optional;

/**
 * A token for a program, without its secret.
 *
 * @param id what it is revoked by
 * @param user whose rights it gives
 * @param label what it is for
 * @param expires empty if it does not
 */
public record ApiToken(String id, String user, String label, Instant issued, Optional<Instant> expires) {}
