package org.busbar.optimizers.designs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.busbar.api.Values;

/** Every level of each parameter with every level of the others; all options of choices. */
final class Factorial implements Design {

    private final String title;
    private final int levels;

    /** @param levels how many levels a number has if nothing is chosen */
    Factorial(String title, int levels) {
        this.title = title;
        this.levels = levels;
    }

    @Override
    public Plan on(Ground ground) {
        ground.refuseMixtures(title);
        int count = ground.choices().whole(Choices.LEVELS, levels);
        List<Values> points = new ArrayList<>(Crossed.levels(ground.axes(), count));
        points.addAll(centres(ground, title, 0));
        return ground.plan(title + " " + sizes(ground, count), points, Map.of("confounded", "nothing"));
    }

    private static String sizes(Ground ground, int count) {
        return ground.axes().stream()
                .map(axis -> Integer.toString(axis.levels(count).size()))
                .collect(Collectors.joining(" x "));
    }

    /** The middle of all parameters, as often as chosen. */
    static List<Values> centres(Ground ground, String title, int otherwise) {
        int centres = ground.choices().whole(Choices.CENTRES, otherwise);
        if (centres > 0) {
            ground.refuseChoices("centre of the " + title);
        }
        return Collections.nCopies(centres, ground.middle());
    }
}
