package org.busbar.drivers.described;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which replies say no.
 *
 * @param pattern of the whole reply
 * @param all whether everything else that was not expected cannot be understood at all
 */
record Refusals(Optional<Pattern> pattern, boolean all) {

    boolean match(String reply) {
        return pattern.isPresent() && pattern.get().matcher(reply.strip()).matches();
    }
}
