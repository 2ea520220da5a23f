package org.busbar.campaign;

import java.time.Instant;
import java.util.function.Function;
import org.busbar.api.Values;
import org.busbar.api.campaign.Standing;
import org.busbar.api.event.LabEvent;
import org.busbar.api.optimize.Space;

/** What a campaign writes down when how it asks is changed. */
final class Changes {

    private Changes() {}

    static Function<Standing, LabEvent> swap(String to, Values settings, String by) {
        return before ->
                new LabEvent.OptimizerSwapped(Instant.now(), before.id(), before.optimizer(), to, by, settings);
    }

    static Function<Standing, LabEvent> shadow(String optimizer, Values settings, String by) {
        return before -> new LabEvent.Shadowed(Instant.now(), before.id(), optimizer, settings, by);
    }

    static Function<Standing, LabEvent> respace(Space space, String by) {
        return before -> new LabEvent.Respaced(Instant.now(), before.id(), space, by);
    }
}
