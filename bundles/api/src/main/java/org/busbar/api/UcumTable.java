package org.busbar.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The atoms, prefixes and common misspellings of units, read from {@code ucum.txt} beside this class. */
final class UcumTable {

    private record Atom(Unit unit, boolean metric) {}

    private static final Map<String, Atom> ATOMS = new HashMap<>();
    private static final Map<String, BigDecimal> PREFIXES = new HashMap<>();
    private static final Map<Pattern, String> SPELLINGS = new LinkedHashMap<>();
    private static final Map<String, String> ADVICE = new HashMap<>();

    static {
        for (int i = 0; i < Dimension.BASE.length - 1; i++) {
            String name = Dimension.BASE[i].equals("kg") ? "g" : Dimension.BASE[i];
            BigDecimal scale = name.equals("g") ? new BigDecimal("0.001") : BigDecimal.ONE;
            put(name, Dimension.base(i), scale, BigDecimal.ZERO, true);
        }
        put("[pH]", Dimension.base(7), BigDecimal.ONE, BigDecimal.ZERO, false);
        read();
    }

    private UcumTable() {}

    /** The atom of that name, prefixed or not; null if there is none. */
    static @Nullable Unit atom(String name) {
        Atom atom = ATOMS.get(name);
        if (atom != null) {
            return atom.unit();
        }
        for (int length = 1; length <= 2 && length < name.length(); length++) {
            BigDecimal prefix = PREFIXES.get(name.substring(0, length));
            Atom metric = ATOMS.get(name.substring(length));
            if (prefix != null && metric != null && metric.metric()) {
                Unit unit = metric.unit();
                return new Unit(name, unit.powers(), unit.scale().multiply(prefix), BigDecimal.ZERO);
            }
        }
        return null;
    }

    /** What somebody who wrote {@code code} should do, as the end of a sentence; empty if that is not known. */
    static String hint(String code) {
        if (ADVICE.containsKey(code)) {
            return "; " + ADVICE.get(code);
        }
        if (code.length() > UcumParser.LONGEST) {
            return "";
        }
        String better = code.strip();
        for (Map.Entry<Pattern, String> spelling : SPELLINGS.entrySet()) {
            better = spelling.getKey().matcher(better).replaceAll(spelling.getValue());
        }
        // If the guess is no unit either, no hint is better than a wrong one.
        return UcumParser.accepts(better) ? "; did you mean '" + better + "'?" : "";
    }

    /** Lines of {@code kind | code | definition}; a definition uses only what stands above it. */
    private static void read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(UcumTable.class.getResourceAsStream("ucum.txt"), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(UcumTable::define);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void define(String line) {
        String[] fields = line.split("\\s*\\|\\s*", 3);
        String code = fields[1];
        String[] definition = fields[2].split(" ");
        switch (fields[0]) {
            case "prefix" -> PREFIXES.put(code, new BigDecimal(definition[0]));
            case "metric", "atom" -> {
                Unit base = UcumParser.parse(definition.length == 1 ? "1" : definition[1]);
                BigDecimal scale = fraction(definition[0]).multiply(base.scale(), MathContext.DECIMAL128);
                put(code, base.powers(), scale, BigDecimal.ZERO, fields[0].equals("metric"));
            }
            case "scale" -> put(code, Dimension.base(4), fraction(definition[0]), fraction(definition[1]), false);
            case "spelling" -> SPELLINGS.put(Pattern.compile(code), fields[2]);
            case "advice" -> ADVICE.put(code, fields[2]);
            default -> throw new IllegalStateException("ucum.txt: " + line);
        }
    }

    private static void put(String code, Dimension dimension, BigDecimal scale, BigDecimal zero, boolean metric) {
        ATOMS.put(code, new Atom(new Unit(code, dimension, scale, zero), metric));
    }

    private static BigDecimal fraction(String text) {
        String[] parts = text.split("/");
        BigDecimal top = new BigDecimal(parts[0]);
        return parts.length == 1 ? top : top.divide(new BigDecimal(parts[1]), MathContext.DECIMAL128);
    }
}
