package org.busbar.forecast;

import java.util.Optional;
import java.util.function.Function;
import org.busbar.api.Capability;

/**
 * What runs are worked out with.
 *
 * @param analyses what an analysis takes and gives, by its {@code lab.id}; empty if it is not at hand
 */
record Setting(
        Agenda agenda, VirtualLab lab, Ledger ledger, Effort effort, Function<String, Optional<Capability>> analyses) {

    /** The same with all devices idle, a clock at zero and a ledger of its own. */
    Setting aside() {
        Agenda clock = new Agenda();
        return new Setting(clock, lab.anew(clock), new Ledger(), effort, analyses);
    }
}
