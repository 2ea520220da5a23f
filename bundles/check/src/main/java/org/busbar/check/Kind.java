package org.busbar.check;

import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Resource;
import org.busbar.api.Sample;
import org.busbar.api.Series;
import org.busbar.api.Unit;
import org.busbar.api.Value;

/**
 * What sort of value something is.
 *
 * @param unit 1 where it has none
 * @param mediaType empty unless it is a file
 */
record Kind(Type type, Unit unit, String mediaType) {

    enum Type {
        NUMBER,
        SERIES,
        TEXT,
        SAMPLE,
        FILE
    }

    static final Kind COUNT = number(Unit.ONE);
    static final Kind TIME = number(Unit.of("s"));

    private static final Kind TEXT = new Kind(Type.TEXT, Unit.ONE, "");
    private static final Kind SAMPLE = new Kind(Type.SAMPLE, Unit.ONE, "");

    static Kind of(Parameter parameter) {
        if (parameter instanceof Parameter.Real real) {
            return number(real.unit());
        }
        if (parameter instanceof Parameter.Whole) {
            return COUNT;
        }
        if (parameter instanceof Parameter.Curve curve) {
            return new Kind(Type.SERIES, curve.unit(), "");
        }
        if (parameter instanceof Parameter.Artifact artifact) {
            return file(artifact.mediaType());
        }
        return parameter instanceof Parameter.Specimen ? SAMPLE : TEXT;
    }

    static Kind of(Value value) {
        if (value instanceof Quantity quantity) {
            return number(quantity.unit());
        }
        if (value instanceof Series series) {
            return new Kind(Type.SERIES, series.unit(), "");
        }
        if (value instanceof Resource resource) {
            return file(resource.mediaType());
        }
        return value instanceof Sample ? SAMPLE : TEXT;
    }

    private static Kind number(Unit unit) {
        return new Kind(Type.NUMBER, unit, "");
    }

    private static Kind file(String mediaType) {
        return new Kind(Type.FILE, Unit.ONE, mediaType);
    }

    /** Whether a value of this kind can be given where the other kind is wanted. */
    boolean convertsTo(Kind other) {
        return type == other.type && unit.measuresSameAs(other.unit) && mediaType.equals(other.mediaType);
    }

    boolean isNumber() {
        return type == Type.NUMBER;
    }

    boolean isText() {
        return type == Type.TEXT;
    }

    @Override
    public String toString() {
        if (type == Type.NUMBER) {
            return unit.equals(Unit.ONE) ? "a number without unit" : "a number in " + unit.ucum();
        }
        if (type == Type.SERIES) {
            return "a series in " + unit.ucum();
        }
        return type == Type.TEXT ? "a text" : type == Type.SAMPLE ? "a sample" : "a file of type " + mediaType;
    }
}
