package org.busbar.api.lab;

import java.time.Instant;
import java.util.List;

/**
 * A bundle that brings plug-ins.
 *
 * @param bundle its symbolic name
 * @param sha256 the SHA-256 of its jar, as 64 hexadecimal digits
 * @param file the file it was dropped as; empty if it came with the distribution
 * @param detail why it is in that state, as a sentence for people; empty if there is nothing to say
 * @param offers the {@code lab.id} of each plug-in it brings just now
 * @param permissions the links and folders that it declares it uses, as patterns of URIs
 * @param signature whether its jar is signed, and by whom
 */
public record Plugin(
        String bundle,
        String version,
        String sha256,
        String file,
        State state,
        String detail,
        Instant since,
        List<String> offers,
        List<String> permissions,
        Signature signature) {

    public Plugin {
        offers = List.copyOf(offers);
        permissions = List.copyOf(permissions);
    }

    /** Whether its plug-ins can be used. */
    public enum State {
        ACTIVE,
        /** Its jar is being exchanged. */
        SWAPPING,
        /** Something it needs is missing, or it threw when it was started. */
        FAILED
    }
}
