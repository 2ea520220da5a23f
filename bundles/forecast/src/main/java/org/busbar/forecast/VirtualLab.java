package org.busbar.forecast;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.busbar.api.device.Action;

/**
 * The devices and positions of the dry-run, and the line of those who wait for them: higher priority first, then first
 * come, first served. Who cannot be served lets the next one pass, but of what a step needs together a later one takes
 * nothing; so a step that needs much at once is served in its turn too.
 */
final class VirtualLab {

    private record InLine(Ticket ticket, int priority, long arrival) {}

    private final Agenda agenda;
    private final Map<String, Map<String, Action>> equipment;
    private final Map<String, Place> devices = new TreeMap<>();
    private final Map<String, Place> positions = new TreeMap<>();
    private final TreeSet<InLine> line =
            new TreeSet<>(Comparator.comparingInt(InLine::priority).reversed().thenComparingLong(InLine::arrival));
    private long arrivals;

    /** @param equipment the actions of each device at hand, by their names and its {@code lab.id} */
    VirtualLab(Agenda agenda, Map<String, Map<String, Action>> equipment) {
        this.agenda = agenda;
        this.equipment = equipment;
        equipment.forEach((id, actions) -> devices.put(id, new Place(id, actions)));
    }

    /** The same devices, all idle, on another clock. */
    VirtualLab anew(Agenda clock) {
        return new VirtualLab(clock, equipment);
    }

    /** The devices at hand, in the order of their names. */
    List<Place> atHand() {
        return devices.values().stream().filter(Place::isAtHand).toList();
    }

    /** The device of that name; one of which nothing is known if it is not at hand. */
    Place device(String id) {
        return devices.computeIfAbsent(id, name -> new Place(name, null));
    }

    Place position(String name) {
        return positions.computeIfAbsent(name, called -> new Place(called, null));
    }

    /** Puts a step in line. */
    void enter(Ticket ticket) {
        line.add(new InLine(ticket, ticket.spot().run().priority(), arrivals++));
        allot();
    }

    /** Takes the steps of a run out of line; each goes on at once, without what it waited for. */
    void withdraw(Course course) {
        line.removeIf(one -> {
            boolean leaves = one.ticket().spot().course() == course;
            if (leaves) {
                agenda.soon(one.ticket().spot().branch()::goOn);
            }
            return leaves;
        });
        agenda.soon(this::allot);
    }

    /** Ends work on these. */
    void release(Set<Place> places) {
        places.forEach(place -> place.end(agenda.now()));
        allot();
    }

    /** Ends a hold. */
    void release(Hold hold) {
        hold.end();
        release(hold.places());
    }

    /** Who is in line, first to be served first. */
    List<Ticket> waiting() {
        return line.stream().map(InLine::ticket).toList();
    }

    /** Serves everybody in line who can be served, in order. */
    private void allot() {
        Set<Place> reserved = new HashSet<>();
        for (Iterator<InLine> all = line.iterator(); all.hasNext(); ) {
            Ticket ticket = all.next().ticket();
            Optional<Set<Place>> found = Matching.find(ticket, free(ticket, reserved));
            if (found.isPresent()) {
                all.remove();
                grant(ticket, found.get());
            } else {
                reserve(ticket, reserved);
            }
        }
    }

    private void grant(Ticket ticket, Set<Place> found) {
        found.forEach(Place::begin);
        agenda.soon(() -> ticket.granted().take(found));
    }

    /** What a hold keeps is out of the reach of those who wait outside, so these reserve nothing from it. */
    private static Predicate<Place> free(Ticket ticket, Set<Place> reserved) {
        return ticket.inside() == null
                ? place -> place.isFree(null) && !reserved.contains(place)
                : place -> place.isFree(ticket.inside());
    }

    /** A step that needs one device only is served as soon as there is one, and has to keep nothing. */
    private static void reserve(Ticket ticket, Set<Place> reserved) {
        if (ticket.wants().size() + ticket.positions().size() > 1) {
            reserved.addAll(ticket.positions());
            ticket.wants().forEach(want -> want.rested().stream().limit(1).forEach(reserved::add));
        }
    }
}
