package org.busbar.links;

import org.busbar.api.link.LinkException;

/** One exchange that waits for a line or has it. */
final class Turn {

    private final Holder holder;
    private final boolean urgent;
    private volatile boolean cutOff;

    Turn(Holder holder, boolean urgent) {
        this.holder = holder;
        this.urgent = urgent;
    }

    Holder holder() {
        return holder;
    }

    boolean isUrgent() {
        return urgent;
    }

    /** Ends it, if it is of that holder and not urgent itself. */
    void cutOffBy(Turn other) {
        if (other.urgent && !urgent && other.holder == holder) {
            cutOff = true;
        }
    }

    /** @throws LinkException if it was cut off, or its link was closed */
    void check() throws LinkException {
        if (cutOff) {
            throw new LinkException(LinkException.Kind.CUT_OFF, "something more urgent had to be sent");
        }
        if (holder.isClosed()) {
            throw new LinkException(LinkException.Kind.LOST, "the link was closed meanwhile");
        }
    }
}
