package org.busbar.helao;

import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.helao.Mapping.Work;
import org.jspecify.annotations.Nullable;

/**
 * Who does a step in this lab, and what.
 *
 * @param id the {@code lab.id} of the device, analysis or optimizer
 * @param capability the action or analysis; empty if it is not known just now
 */
record Target(Kind kind, String id, Work work, Optional<Capability> capability) {

    enum Kind {
        DEVICE,
        ANALYSIS,
        OPTIMIZER
    }

    /** The declared input of that name; null if it is not known. */
    @Nullable
    Parameter input(String name) {
        return capability
                .flatMap(known -> known.inputs().stream()
                        .filter(input -> input.name().equals(name))
                        .findFirst())
                .orElse(null);
    }
}
