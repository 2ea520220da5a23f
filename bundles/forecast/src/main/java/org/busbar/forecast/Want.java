package org.busbar.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One device that is waited for.
 *
 * @param cast who plays which role in the run
 * @param role what the run calls the role to be played; empty if it is none
 * @param among any of these, in the order of their names, unless it is decided who plays the role
 */
record Want(VirtualLab lab, Cast cast, String role, List<Place> among) {

    /** Who can be taken, busy or not. */
    List<Place> candidates() {
        return cast.player(role).map(lab::device).map(List::of).orElse(among);
    }

    /** The same, the one that has been idle longest first. */
    List<Place> rested() {
        List<Place> rested = new ArrayList<>(candidates());
        rested.sort(Comparator.comparing(Place::idleSince));
        return rested;
    }

    /** Decides who plays the role, if it is one. */
    void taken(Place place) {
        if (!role.isEmpty()) {
            cast.bind(role, place.name());
        }
    }
}
