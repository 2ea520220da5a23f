package org.busbar.api.experiment;

import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Value;

/** A comparison of two values, such as {@code oven:temperature < 80 Cel}. */
public record Condition(Input left, Relation relation, Input right) {

    /** How two values are compared. */
    public enum Relation {
        BELOW("<"),
        AT_MOST("<="),
        ABOVE(">"),
        AT_LEAST(">="),
        EQUAL("=="),
        UNLIKE("!=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        /** As it is written in a sequence. */
        public String sign() {
            return sign;
        }
    }

    /**
     * Whether it holds for these two values. A number that is not known (NaN) fulfils nothing but {@code !=}.
     *
     * @throws IllegalArgumentException if the two cannot be compared; the message says why
     */
    public boolean holds(Value one, Value other) {
        if (one instanceof Quantity a && other instanceof Quantity b) {
            return holds(a.value(), b.in(a.unit()));
        }
        if (one instanceof Text && other instanceof Text && isOfEquality()) {
            return one.equals(other) == (relation == Relation.EQUAL);
        }
        throw new IllegalArgumentException(one + " " + relation.sign() + " " + other + " cannot be compared");
    }

    /** Whether it asks for equality only, which words have too. */
    public boolean isOfEquality() {
        return relation == Relation.EQUAL || relation == Relation.UNLIKE;
    }

    private boolean holds(double a, double b) {
        if (relation == Relation.BELOW) {
            return a < b;
        }
        if (relation == Relation.AT_MOST) {
            return a <= b;
        }
        if (relation == Relation.ABOVE) {
            return a > b;
        }
        if (relation == Relation.AT_LEAST) {
            return a >= b;
        }
        return (a == b) == (relation == Relation.EQUAL);
    }
}
