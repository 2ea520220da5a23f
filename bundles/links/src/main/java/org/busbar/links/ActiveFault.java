package org.busbar.links;

import java.util.SplittableRandom;
import org.busbar.api.link.LinkFault;

/** A failure that is being acted out. Used under the lock of {@link Faults}. */
final class ActiveFault {

    private final LinkFault fault;
    private long exchange;
    private int left;

    ActiveFault(LinkFault fault) {
        this.fault = fault;
        left = fault.count();
    }

    /** What is left of it. */
    LinkFault rest() {
        return new LinkFault(fault.kind(), left, fault.probability(), fault.seed(), fault.factor());
    }

    boolean isOver() {
        return left == 0;
    }

    LinkFault.Kind kind() {
        return fault.kind();
    }

    /** Whether the next exchange, or listening, is hit: the same for the same seed and number of it. */
    boolean hits() {
        exchange++;
        SplittableRandom random = new SplittableRandom(fault.seed() * 0x9E3779B97F4A7C15L + exchange);
        return random.nextDouble() < fault.probability();
    }

    /** It has hit an exchange. */
    Act act() {
        if (left != LinkFault.ALWAYS) {
            left--;
        }
        int turn = (int) Math.floorMod(fault.seed() + exchange - 1, (long) Damage.values().length);
        return new Act(fault.kind(), fault.factor(), Damage.values()[turn]);
    }
}
