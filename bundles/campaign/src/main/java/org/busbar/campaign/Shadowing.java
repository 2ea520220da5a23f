package org.busbar.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.campaign.Shadow;
import org.busbar.api.event.LabEvent;

/** Who is asked too and not obeyed, and what it answered. Not thread-safe. */
final class Shadowing {

    private final List<Shadow.Answer> answers = new ArrayList<>();
    private boolean everAsked;
    private String optimizer = "";
    private Values settings = Values.none();

    void shadowed(LabEvent.Shadowed shadowed) {
        everAsked = true;
        optimizer = shadowed.optimizer();
        settings = shadowed.settings();
    }

    void answered(Shadow.Answer answer) {
        answers.add(answer);
    }

    /** Who is asked now; empty if nobody. */
    Optional<Shadow> asked() {
        return optimizer.isEmpty() ? Optional.empty() : shadow();
    }

    /** The present one or the last; empty if there was none yet. */
    Optional<Shadow> shadow() {
        return everAsked ? Optional.of(new Shadow(optimizer, settings, answers)) : Optional.empty();
    }
}
