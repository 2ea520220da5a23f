package org.busbar.optimizers.designs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.busbar.api.Values;

/**
 * A central composite design inside the limits: the corners of a cube, two star points on each axis and centre points. It
 * carries a full quadratic model. The star points lie on the limits; the cube is smaller by alpha, which is the fourth root
 * of the number of corners if rotatable and 1 if face-centred. From six parameters on, the corners are a fraction of
 * resolution V.
 *
 * <p>G. E. P. Box, K. B. Wilson, J. R. Stat. Soc. B 13, 1 (1951); G. E. P. Box, J. S. Hunter, Ann. Math. Stat. 28, 195
 * (1957), doi:10.1214/aoms/1177707047.
 */
final class CentralComposite implements Design {

    private static final int CENTRES = 4;
    private static final int WHOLE_CUBE = 5;

    @Override
    public Plan on(Ground ground) {
        String title = "central composite design";
        ground.refuseMixtures(title);
        ground.refuseChoices(title);
        List<Axis> axes = ground.varied();
        if (axes.size() < 2) {
            throw new IllegalArgumentException("The " + title + " needs two parameters that vary, and there "
                    + (axes.isEmpty() ? "are none" : "is only " + axes.get(0).name()) + "; take the design grid");
        }
        Fraction cube = axes.size() <= WHOLE_CUBE ? Fraction.whole(axes.size()) : Fraction.find(axes.size(), 5);
        double alpha = ground.choices().word(Choices.ALPHA).equals("face") ? 1 : Math.sqrt(Math.sqrt(cube.runs()));
        List<Values> points = new ArrayList<>(corners(cube, ground.middle(), axes, 0.5 / alpha));
        points.addAll(star(ground.middle(), axes));
        points.addAll(Factorial.centres(ground, title, CENTRES));
        return ground.plan(title, points, facts(cube, alpha, axes));
    }

    /** @param half how far from the middle, as a share of the range */
    private static List<Values> corners(Fraction cube, Values middle, List<Axis> axes, double half) {
        List<Values> corners = new ArrayList<>();
        for (boolean[] row : cube.rows()) {
            Values corner = middle;
            for (int i = 0; i < row.length; i++) {
                NumberAxis axis = (NumberAxis) axes.get(i);
                corner = corner.with(axis.name(), axis.at(row[i] ? 0.5 + half : 0.5 - half));
            }
            corners.add(corner);
        }
        return corners;
    }

    private static List<Values> star(Values middle, List<Axis> axes) {
        List<Values> star = new ArrayList<>();
        for (Axis axis : axes) {
            axis.levels(2).forEach(end -> star.add(middle.with(axis.name(), end)));
        }
        return Collections.unmodifiableList(star);
    }

    private static Map<String, String> facts(Fraction cube, double alpha, List<Axis> axes) {
        return Map.of(
                "alpha",
                Double.toString(alpha),
                "corners",
                cube.runs() + ", " + cube.title(),
                "star points",
                Integer.toString(2 * axes.size()),
                "confounded",
                "nothing up to squares and products of two parameters");
    }
}
