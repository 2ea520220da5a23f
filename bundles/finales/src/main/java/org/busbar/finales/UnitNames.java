package org.busbar.finales;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.Unit;
import tools.jackson.databind.JsonNode;

/** Units as schemas of FINALES spell them, most often in words, as units of UCUM. */
final class UnitNames {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("kelvin", "K"),
            Map.entry("celsius", "Cel"),
            Map.entry("degree celsius", "Cel"),
            Map.entry("\u00b0c", "Cel"),
            Map.entry("degc", "Cel"),
            Map.entry("second", "s"),
            Map.entry("minute", "min"),
            Map.entry("hour", "h"),
            Map.entry("day", "d"),
            Map.entry("volt", "V"),
            Map.entry("ampere", "A"),
            Map.entry("milliampere", "mA"),
            Map.entry("ohm", "Ohm"),
            Map.entry("meter", "m"),
            Map.entry("metre", "m"),
            Map.entry("millimeter", "mm"),
            Map.entry("gram", "g"),
            Map.entry("kilogram", "kg"),
            Map.entry("mole", "mol"),
            Map.entry("pascal", "Pa"),
            Map.entry("hertz", "Hz"),
            Map.entry("percent", "%"),
            Map.entry("siemens", "S"),
            Map.entry("millisiemens", "mS"),
            Map.entry("centimeter", "cm"),
            Map.entry("centimetre", "cm"),
            Map.entry("millimetre", "mm"),
            Map.entry("micrometer", "um"),
            Map.entry("angstrom", "Ao"),
            Map.entry("milligram", "mg"),
            Map.entry("microgram", "ug"),
            Map.entry("liter", "L"),
            Map.entry("litre", "L"),
            Map.entry("milliliter", "mL"),
            Map.entry("microliter", "uL"),
            Map.entry("millimole", "mmol"),
            Map.entry("millivolt", "mV"),
            Map.entry("coulomb", "C"),
            Map.entry("joule", "J"),
            Map.entry("watt", "W"),
            Map.entry("bar", "bar"),
            Map.entry("dimensionless", "1"));

    /** An operator, and what it stands before: a name or a number with its power. */
    private static final Pattern FACTOR = Pattern.compile(
            "\\s*(?<operator>[/*\u00b7]|per\\b)?\\s*(?<name>[^/*\u00b7^\\s]+(?:\\s+(?!per\\b)[^/*\u00b7^\\s]+)?)"
                    + "\\s*(?:(?:\\*\\*|\\^)\\s*(?<power>-?\\d+))?");

    private UnitNames() {}

    /**
     * The unit that the schema of a number states under {@code unit} or {@code units}, such as {@code kelvin},
     * {@code gram / centimeter ** 3} or {@code mS/cm}; 1 if that tells nothing.
     */
    static Unit of(JsonNode schema) {
        String stated =
                schema.path("unit").asString(schema.path("units").asString("")).strip();
        try {
            return stated.isEmpty() ? Unit.ONE : Unit.of(ucum(stated));
        } catch (IllegalArgumentException e) {
            return Unit.ONE; // the number stays as it is, whatever it is called
        }
    }

    private static String ucum(String stated) {
        StringBuilder code = new StringBuilder();
        Matcher factor = FACTOR.matcher(stated);
        int end = 0;
        while (factor.find() && factor.start() == end) {
            String operator = Objects.requireNonNullElse(factor.group("operator"), "");
            boolean divided = operator.equals("/") || operator.equals("per");
            code.append(divided ? "/" : code.isEmpty() ? "" : ".");
            code.append(word(Objects.requireNonNullElse(factor.group("name"), "")));
            code.append(Objects.requireNonNullElse(factor.group("power"), ""));
            end = factor.end();
        }
        return end == stated.length() ? code.toString() : stated;
    }

    private static String word(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        String singular = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return WORDS.getOrDefault(word, WORDS.getOrDefault(singular, name));
    }
}
