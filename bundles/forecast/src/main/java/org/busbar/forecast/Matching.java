package org.busbar.forecast;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds a device for each want of a ticket, a different one for each and all of them at once. Of several that are free
 * the one that has been idle longest is taken, of those idle equally long the first by name.
 */
final class Matching {

    private final Predicate<Place> free;
    private final List<Want> wants;
    private final List<Place> chosen = new ArrayList<>();

    private Matching(Ticket ticket, Predicate<Place> free) {
        this.free = free;
        this.wants = ticket.wants();
    }

    /** Everything the ticket needs, if all of it is free. Roles are bound to what was found. */
    static Optional<Set<Place>> find(Ticket ticket, Predicate<Place> free) {
        if (!ticket.positions().stream().allMatch(free)) {
            return Optional.empty();
        }
        Matching matching = new Matching(ticket, free);
        return matching.seat(0) ? Optional.of(matching.all(ticket)) : Optional.empty();
    }

    private boolean seat(int index) {
        if (index == wants.size()) {
            return true;
        }
        for (Place candidate : wants.get(index).rested()) {
            if (free.test(candidate) && !chosen.contains(candidate)) {
                chosen.add(candidate);
                if (seat(index + 1)) {
                    return true;
                }
                chosen.remove(index);
            }
        }
        return false;
    }

    private Set<Place> all(Ticket ticket) {
        for (int i = 0; i < wants.size(); i++) {
            wants.get(i).taken(chosen.get(i));
        }
        Set<Place> all = new LinkedHashSet<>(chosen);
        all.addAll(ticket.positions());
        return all;
    }
}
