package org.busbar.security;

import java.util.Optional;
import java.util.function.Supplier;
import org.busbar.api.security.Caller;

/**
 * Who was let in, and who would be now, for answers that take long.
 *
 * @param again looks at what was shown once more; empty if it is not valid any more. For any thread, costs microseconds
 */
record Admitted(Caller caller, Supplier<Optional<Caller>> again) {

    /** The attribute of a request that holds {@code again}, for who serves the request. */
    static final String ATTRIBUTE = "org.busbar.security.again";

    /** Who is let in by that look, if anybody is. */
    static Optional<Admitted> by(Supplier<Optional<Caller>> look) {
        return look.get().map(caller -> new Admitted(caller, look));
    }
}
