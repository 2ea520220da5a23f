package org.busbar.api;

import java.util.List;
import java.util.Optional;

/**
 * Describes one named value: what it is called, what it may be, and which ontology term it means.
 *
 * <p>The same type describes the inputs and outputs of capabilities, the dimensions of search spaces and the rows of
 * ontology mappings, so what an optimizer suggests can be handed to a device as it is.
 */
public sealed interface Parameter {

    String name();

    /** IRI of the ontology term this parameter means; empty if none is stated. */
    String term();

    /** Why {@code value} is not one for this parameter, as a sentence for people; empty if it is. */
    Optional<String> refusal(Value value);

    default boolean accepts(Value value) {
        return refusal(value).isEmpty();
    }

    /**
     * A number from {@code min} to {@code max}, both in {@code unit} and both included; infinite where open.
     *
     * @param step the smallest difference the instrument can make, in {@code unit} (counted from {@code min} where that
     *     is finite, else from 0); 0 if it makes any
     */
    record Real(String name, Unit unit, double min, double max, double step, String term) implements Parameter {

        public Real {
            if (!(min <= max) || !(step >= 0)) {
                throw new IllegalArgumentException(
                        name + ": from " + min + " to " + max + " by " + step + " " + unit.ucum() + " is not a range");
            }
        }

        /** This parameter, set in steps of {@code size} in its own unit. */
        public Real by(double size) {
            return new Real(name, unit, min, max, size, term);
        }

        /** This parameter, meaning the ontology term with that IRI. */
        public Real meaning(String iri) {
            return new Real(name, unit, min, max, step, iri);
        }

        @Override
        public Optional<String> refusal(Value value) {
            if (!(value instanceof Quantity q)) {
                return Optional.of(name + " = " + value + " is not a number in " + unit.ucum());
            }
            if (!q.unit().measuresSameAs(unit)) {
                return Optional.of(name + " = " + q + " cannot be converted to " + unit.ucum());
            }
            return Range.refusal(name, q, unit, min, max);
        }
    }

    /** A whole number from {@code min} to {@code max}, both included. */
    record Whole(String name, long min, long max, String term) implements Parameter {

        public Whole {
            if (min > max) {
                throw new IllegalArgumentException(name + ": from " + min + " to " + max + " is not a range");
            }
        }

        @Override
        public Optional<String> refusal(Value value) {
            if (!(value instanceof Quantity q) || !q.unit().measuresSameAs(Unit.ONE)) {
                return Optional.of(name + " = " + value + " is not a whole number");
            }
            double number = q.in(Unit.ONE);
            if (number % 1 != 0) {
                return Optional.of(name + " = " + value + " is not a whole number");
            }
            if (number < min) {
                return Optional.of(name + " = " + value + " is below the limit of " + min);
            }
            if (number > max) {
                return Optional.of(name + " = " + value + " is above the limit of " + max);
            }
            return Optional.empty();
        }
    }

    /** One of a few words. */
    record Choice(String name, List<String> options, String term) implements Parameter {

        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public Optional<String> refusal(Value value) {
            return value instanceof Text t && options.contains(t.text())
                    ? Optional.empty()
                    : Optional.of(name + " = " + value + " is not one of " + options);
        }
    }

    /** Text of people, of up to {@code longest} characters. */
    record Note(String name, int longest, String term) implements Parameter {

        @Override
        public Optional<String> refusal(Value value) {
            return value instanceof Text t && t.text().length() <= longest
                    ? Optional.empty()
                    : Optional.of(name + " is not a text of up to " + longest + " characters");
        }
    }

    /** Numbers in order, all in one unit, none of them missing. */
    record Curve(String name, Unit unit, String term) implements Parameter {

        @Override
        public Optional<String> refusal(Value value) {
            if (!(value instanceof Series s) || !s.unit().measuresSameAs(unit)) {
                return Optional.of(name + " = " + value + " is not a series of numbers in " + unit.ucum());
            }
            for (int i = 0; i < s.size(); i++) {
                if (!Double.isFinite(s.value(i))) {
                    return Optional.of(name + " has no number but " + s.value(i) + " at position " + i);
                }
            }
            return Optional.empty();
        }
    }

    /** A physical sample. */
    record Specimen(String name, String term) implements Parameter {

        @Override
        public Optional<String> refusal(Value value) {
            return value instanceof Sample ? Optional.empty() : Optional.of(name + " = " + value + " is not a sample");
        }
    }

    /**
     * Data kept elsewhere, of one media type.
     *
     * @param mediaType such as {@code text/csv}; {@link #ANY_TYPE} if any will do
     */
    record Artifact(String name, String mediaType, String term) implements Parameter {

        /** Stands for all media types. */
        public static final String ANY_TYPE = "*/*";

        @Override
        public Optional<String> refusal(Value value) {
            return value instanceof Resource r
                            && (mediaType.equals(ANY_TYPE) || r.mediaType().equals(mediaType))
                    ? Optional.empty()
                    : Optional.of(name + " = " + value + " is not a resource of type " + mediaType);
        }
    }

    /** A number within limits, as in {@code real("volume", "mL", 0, 25)}. */
    static Real real(String name, String ucum, double min, double max) {
        return new Real(name, Unit.of(ucum), min, max, 0, "");
    }

    /** Any finite number in a unit, as in {@code real("voltage", "V")}. */
    static Real real(String name, String ucum) {
        return real(name, ucum, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** A whole number within limits, as in {@code whole("cycles", 1, 1000)}. */
    static Whole whole(String name, long min, long max) {
        return new Whole(name, min, max, "");
    }

    /** One of a few words, as in {@code choice("polarity", "charge", "discharge")}. */
    static Choice choice(String name, String... options) {
        return new Choice(name, List.of(options), "");
    }

    /** A text of up to 10 000 characters. */
    static Note note(String name) {
        return new Note(name, 10_000, "");
    }

    /** Numbers in order, as in {@code curve("frequency", "Hz")}. */
    static Curve curve(String name, String ucum) {
        return new Curve(name, Unit.of(ucum), "");
    }

    /** A physical sample. */
    static Specimen specimen(String name) {
        return new Specimen(name, "");
    }

    /** Data kept elsewhere, as in {@code artifact("image", "image/png")}. */
    static Artifact artifact(String name, String mediaType) {
        return new Artifact(name, mediaType, "");
    }
}
