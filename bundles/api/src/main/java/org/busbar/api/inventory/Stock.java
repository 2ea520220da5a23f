package org.busbar.api.inventory;

import java.time.Instant;
import java.util.Optional;
import org.busbar.api.Quantity;

/**
 * A consumable that actions use up.
 *
 * @param name unique in the lab
 * @param level how much there is, in the unit the lab counts it in
 * @param low below this people are told to order; of the same kind of unit
 * @param lot of the maker; empty if not known
 * @param expires when it must not be used any more
 */
public record Stock(String name, Quantity level, Quantity low, String lot, Optional<Instant> expires) {

    public Stock {
        if (!low.unit().measuresSameAs(level.unit())) {
            throw new IllegalArgumentException(name + ": the low mark " + low + " is not in a unit of " + level);
        }
    }

    /** This stock at another level. */
    public Stock at(Quantity amount) {
        return new Stock(name, amount, low, lot, expires);
    }
}
