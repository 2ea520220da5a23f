package org.busbar.orchestrator;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What somebody in line wants all at once, and what was given for it. Guarded by the {@link Resources}. */
final class Ticket {

    /**
     * One device that is wanted.
     *
     * @param id the only one that will do; empty if any that suits
     * @param what it is, for people
     */
    record Want(String id, String what, Predicate<Bench> suits) {

        static Want named(String id) {
            return new Want(id, id, bench -> true);
        }
    }

    private final List<Want> wants;
    private final Set<String> positions;
    private final String who;
    private final int priority;
    private @Nullable List<String> granted;

    /** @param who asks for it, to whom a hold of the same name does not apply */
    Ticket(List<Want> wants, Set<String> positions, String who, int priority) {
        this.wants = List.copyOf(wants);
        this.positions = Set.copyOf(positions);
        this.who = who;
        this.priority = priority;
    }

    List<Want> wants() {
        return wants;
    }

    Set<String> positions() {
        return positions;
    }

    String who() {
        return who;
    }

    int priority() {
        return priority;
    }

    void grant(List<String> devices) {
        granted = devices;
    }

    /** The devices, in the order of the wants; empty while in line. */
    Optional<List<String>> granted() {
        return Optional.ofNullable(granted);
    }
}
