package org.busbar.optimizers.polynomial;

import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Text;
import org.busbar.api.Values;

/**
 * How to learn.
 *
 * @param degree the highest degree of a polynomial
 * @param members how many polynomials an ensemble has
 * @param hull whether a member speaks within the convex hull of its places; else in the box around them
 * @param piecewise the name of a parameter, each value of which has an ensemble of its own; empty for none
 */
record Settings(int degree, int members, boolean hull, String piecewise) {

    private static final Parameter.Whole DEGREE = Parameter.whole("degree", 1, 6);
    private static final Parameter.Whole MEMBERS = Parameter.whole("members", 2, 1000);
    private static final Parameter.Choice RANGE = Parameter.choice("range", "hull", "box");
    private static final Parameter.Note PIECEWISE = Parameter.note("piecewise");
    static final List<Parameter> ALL = List.of(DEGREE, MEMBERS, RANGE, PIECEWISE);
    private static final int USUAL_MEMBERS = 20;
    private static final int HULL_UP_TO = 3;

    /** @param width how many columns a polynomial may have */
    static Settings of(Values values, int width) {
        check(values);
        boolean hull = values.has(RANGE.name()) ? values.get(RANGE).equals("hull") : width <= HULL_UP_TO;
        if (hull && width > HULL_UP_TO) {
            throw new IllegalArgumentException("range = hull is for " + HULL_UP_TO + " columns at most, not " + width
                    + ": few rows lie within the hull of others; take range = box");
        }
        return new Settings(
                (int) (values.has(DEGREE.name()) ? values.get(DEGREE) : DEGREE.max()),
                (int) (values.has(MEMBERS.name()) ? values.get(MEMBERS) : USUAL_MEMBERS),
                hull,
                piecewise(values));
    }

    static String piecewise(Values values) {
        return values.has(PIECEWISE.name()) ? ((Text) values.get(PIECEWISE.name())).text() : "";
    }

    static void check(Values values) {
        for (String name : values.names()) {
            Parameter parameter = ALL.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("The surrogate polynomial has no setting " + name
                            + ", only "
                            + ALL.stream().map(Parameter::name).toList()));
            parameter.refusal(values.get(name)).ifPresent(why -> {
                throw new IllegalArgumentException("The surrogate polynomial cannot be set so: " + why);
            });
        }
    }
}
