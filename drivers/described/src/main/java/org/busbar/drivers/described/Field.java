package org.busbar.drivers.described;

import java.util.Map;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Unit;

/**
 * An input or output of an action and how the instrument writes it.
 *
 * @param codes by word, for choices
 * @param spread of readings, for numbers
 */
record Field(Parameter parameter, Map<String, String> codes, Spread spread) {

    private static final String REAL_FORMAT = "%[-+0 ]*\\d*(\\.\\d+)?[dxXeEfgG]";
    private static final Unit ONE = Unit.ONE;

    Field(Parameter parameter) {
        this(parameter, Map.of(), Spread.UNKNOWN);
    }

    String name() {
        return parameter.name();
    }

    /**
     * As it stands in a text.
     *
     * @param unit of the number there, if it is not the declared one
     * @param format of the number, if it is written in a particular one
     * @throws IllegalArgumentException if that is not possible; says what is
     */
    Notation notation(Optional<String> unit, Optional<String> format) {
        if (parameter instanceof Parameter.Real real) {
            Unit written = unit(real.unit(), unit);
            return new NumberNotation(real, written, checked(format), inUnit(real.unit(), written));
        }
        if (parameter instanceof Parameter.Curve curve) {
            return new SeriesNotation(name(), unit(curve.unit(), unit), checked(format));
        }
        if (unit.isPresent()) {
            throw new IllegalArgumentException(name() + " has no unit: leave out 'in " + unit.get() + "'");
        }
        return parameter instanceof Parameter.Whole
                ? new NumberNotation(parameter, ONE, checked(format), Spread.UNKNOWN)
                : words(format);
    }

    private Notation words(Optional<String> format) {
        if (format.isPresent()) {
            throw new IllegalArgumentException(name() + " is not a number: leave out the format " + format.get());
        }
        if (parameter instanceof Parameter.Choice) {
            return new CodeNotation(name(), codes);
        }
        if (parameter instanceof Parameter.Artifact) {
            throw new IllegalArgumentException(name() + " is an artifact, which does not stand in a text");
        }
        return new TextNotation(name(), parameter instanceof Parameter.Specimen);
    }

    private Unit unit(Unit declared, Optional<String> wanted) {
        Unit unit = wanted.map(Unit::of).orElse(declared);
        if (!unit.measuresSameAs(declared)) {
            throw new IllegalArgumentException(
                    name() + " is declared in " + declared + ", which cannot be converted to " + unit);
        }
        return unit;
    }

    private Spread inUnit(Unit declared, Unit written) {
        return new Spread(spread.share(), declared.convertDifference(spread.fixed(), written));
    }

    private Optional<String> checked(Optional<String> format) {
        if (format.isPresent() && !format.get().matches(REAL_FORMAT)) {
            throw new IllegalArgumentException("'" + format.get() + "' is not a format of " + name()
                    + ": write one such as %.3f, %.2e, %d or %04d");
        }
        format.ifPresent(form -> NumberNotation.formatted(form, 1));
        return format;
    }
}
