package org.busbar.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.busbar.api.link.LinkFault;

/** The failures that a line acts out. Safe for use by many threads. */
final class Faults {

    private final List<ActiveFault> active = new ArrayList<>();

    synchronized void add(LinkFault fault) {
        active.add(new ActiveFault(fault));
    }

    /** What is left of them. */
    synchronized List<LinkFault> rest() {
        return active.stream().map(ActiveFault::rest).toList();
    }

    synchronized void clear() {
        active.clear();
    }

    /**
     * What goes wrong now: the first fault that hits.
     *
     * @param kinds those that can
     * @param asked those that are not asked again; what is of these kinds is added
     */
    synchronized Act next(Set<LinkFault.Kind> kinds, Set<ActiveFault> asked) {
        for (ActiveFault fault : active) {
            if (kinds.contains(fault.kind()) && asked.add(fault) && fault.hits()) {
                asked.addAll(active);
                Act act = fault.act();
                active.removeIf(ActiveFault::isOver);
                return act;
            }
        }
        return Act.NONE;
    }

    synchronized boolean has(LinkFault.Kind kind) {
        return active.stream().anyMatch(fault -> fault.kind() == kind);
    }
}
