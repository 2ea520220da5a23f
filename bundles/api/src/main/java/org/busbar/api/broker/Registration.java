package org.busbar.api.broker;

import java.time.Duration;
import java.util.List;

/**
 * A tenant outside this process, as it was registered.
 *
 * @param tenant its id
 * @param contact a person to ask; may be empty
 * @param lease how long it may be silent while it has a request; zero if as long as it likes
 */
public record Registration(String tenant, String contact, List<Offer> offers, Duration lease) {

    public Registration {
        offers = List.copyOf(offers);
    }
}
