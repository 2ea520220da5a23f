package org.busbar.optimizers.designs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busbar.api.Value;
import org.busbar.api.Values;

/** One parameter after the other is varied around a centre, the others stay. It cannot see how parameters act together. */
final class OneFactor implements Design {

    private static final int LEVELS = 5;

    @Override
    public Plan on(Ground ground) {
        String title = "one-factor-at-a-time design";
        ground.refuseMixtures(title);
        int levels = ground.choices().whole(Choices.LEVELS, LEVELS);
        Values centre = ground.choices().centre(ground.middle(), ground.axes());
        List<Values> points = new ArrayList<>(List.of(centre));
        for (Axis axis : ground.axes()) {
            for (Value level : axis.levels(levels)) {
                if (!level.equals(centre.get(axis.name()))) {
                    points.add(centre.with(axis.name(), level));
                }
            }
        }
        return ground.plan(
                title,
                points,
                Map.of("centre", centre.toString(), "confounded", "how parameters act together is not seen at all"));
    }
}
