package org.busbar.finales;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is wrong with what a client sent.
 *
 * @param loc {@code body}, {@code query} or {@code path}, then names and indices down to the fault
 * @param type a word for programs
 */
record Violation(List<Object> loc, String msg, String type) {

    Violation {
        loc = List.copyOf(loc);
    }

    static Violation missing(Object... loc) {
        return new Violation(List.of(loc), "is missing", "value_error.missing");
    }

    static Violation wrong(String msg, Object... loc) {
        return new Violation(List.of(loc), msg, "value_error");
    }

    /** A longer place. */
    static List<Object> at(List<Object> loc, Object... more) {
        List<Object> place = new ArrayList<>(loc);
        place.addAll(List.of(more));
        return place;
    }

    @Override
    public String toString() {
        return String.join("/", loc.stream().map(String::valueOf).toList()) + ": " + msg;
    }
}
