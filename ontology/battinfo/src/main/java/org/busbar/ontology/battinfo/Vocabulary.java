package org.busbar.ontology.battinfo;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.busbar.api.Unit;

/** The tables of this mapping: which of our names is which term. Immutable. */
record Vocabulary(
        Terms terms,
        Units units,
        Map<String, Measurand> measurands,
        Map<String, Property> properties,
        Map<String, Procedure> procedures) {

    private static final List<String> STRUCTURE = List.of(
            "RealData",
            "MetrologicalUncertainty",
            "ConventionalProperty",
            "hasNumericalPart",
            "hasNumberValue",
            "hasMeasurementUnit",
            "hasMetrologicalUncertainty",
            "hasProperty",
            "hasMeasuredProperty",
            "hasInput",
            "hasOutput",
            "hasTestObject",
            "hasTestEquipment",
            "hasMeasurementParameter");

    /**
     * A quantity that can be asked for.
     *
     * @param output the output that holds it
     * @param material the class of what it is a property of
     */
    record Measurand(String output, String material) {}

    /**
     * A named value.
     *
     * @param classes terms, or compact IRIs of our namespace; empty if there is none
     * @param nature measured or conventional; empty if that is not for the table to say
     * @param ofSample whether it is a property of the sample
     * @param unit any unit of what it measures
     * @param convert whether it is to be said in {@code unit} rather than as recorded
     */
    record Property(List<String> classes, List<String> nature, boolean ofSample, Optional<Unit> unit, boolean convert) {

        static final Property UNKNOWN = new Property(List.of(), List.of(), false, Optional.empty(), false);
    }

    /**
     * What a capability does.
     *
     * @param gives names of values that a later step or the result can have from it
     * @param data the class of a data set of the series it gives; empty if they make none
     */
    record Procedure(Kind kind, List<String> classes, List<String> gives, List<String> data) {

        static final Procedure UNKNOWN = new Procedure(Kind.OTHER, List.of(), List.of(), List.of());

        /** Which words of PROV, SOSA and EMMO link it to what it uses and gives. */
        enum Kind {
            PREPARATION,
            MEASUREMENT,
            ANALYSIS,
            OTHER
        }
    }

    /** @throws IllegalStateException if a table uses a term that is not in {@code terms.csv} */
    Vocabulary {
        Stream.of(
                        STRUCTURE.stream(),
                        measurands.values().stream().flatMap(m -> Stream.of(m.material(), observed(m, properties))),
                        properties.values().stream()
                                .flatMap(p -> Stream.concat(p.classes().stream(), p.nature().stream())),
                        procedures.values().stream()
                                .flatMap(p -> Stream.concat(p.classes().stream(), p.data().stream())))
                .flatMap(Function.identity())
                .filter(term -> !own(term))
                .forEach(terms::iri);
    }

    /** The tables in this bundle. */
    static Vocabulary pinned() {
        return new Vocabulary(
                new Terms(Csv.rows("terms.csv")),
                new Units(Csv.rows("units.csv")),
                table("quantities.csv", "quantity", Vocabulary::measurand),
                table("parameters.csv", "name", Vocabulary::property),
                table("capabilities.csv", "capability", Vocabulary::procedure));
    }

    /** Whether the class is one of ours because the ontologies have none. */
    static boolean own(String term) {
        return term.startsWith("busbar:");
    }

    /** @throws IllegalArgumentException if the table has no such quantity */
    Measurand measurand(String quantity) {
        Measurand measurand = measurands.get(quantity);
        if (measurand == null) {
            throw new IllegalArgumentException("BattINFO export does not know the quantity '" + quantity
                    + "'; it knows " + new TreeSet<>(measurands.keySet())
                    + ". Add a row to quantities.csv or choose another export format");
        }
        return measurand;
    }

    /** The class of what the measurand's output is. */
    String observed(Measurand measurand) {
        return observed(measurand, properties);
    }

    private static String observed(Measurand measurand, Map<String, Property> properties) {
        return properties.getOrDefault(measurand.output(), Property.UNKNOWN).classes().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "parameters.csv has no class for '" + measurand.output() + "', which quantities.csv names"));
    }

    Property property(String name) {
        return properties.getOrDefault(name, Property.UNKNOWN);
    }

    Procedure procedure(String capability) {
        return procedures.getOrDefault(capability, Procedure.UNKNOWN);
    }

    private static <T> Map<String, T> table(String name, String key, Function<Map<String, String>, T> row) {
        return Csv.rows(name).stream().collect(toUnmodifiableMap(each -> Row.of(each, key), row));
    }

    private static Measurand measurand(Map<String, String> row) {
        return new Measurand(Row.of(row, "output"), Row.of(row, "material"));
    }

    private static Property property(Map<String, String> row) {
        return new Property(
                Row.words(row, "classes"),
                Row.words(row, "nature"),
                Row.of(row, "bearer").equals("sample"),
                Optional.of(Unit.of(Row.of(row, "unit"))),
                Row.of(row, "convert").equals("yes"));
    }

    private static Procedure procedure(Map<String, String> row) {
        return new Procedure(
                Procedure.Kind.valueOf(Row.of(row, "kind").toUpperCase(Locale.ROOT)),
                Row.words(row, "classes"),
                Row.words(row, "gives"),
                Row.words(row, "data"));
    }
}
