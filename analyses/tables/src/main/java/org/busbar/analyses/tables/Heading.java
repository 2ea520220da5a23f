package org.busbar.analyses.tables;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.Unit;

/** What stands above a column: {@code name [unit]}, {@code name / unit} with blanks, or a name alone, whose unit is 1. */
record Heading(String name, Unit unit) {

    private static final Pattern FORM =
            Pattern.compile("(?<name>.*?)(?:\\s*\\[(?<inside>[^\\]]*)]|\\s+/\\s+(?<behind>\\S+))");

    /**
     * Reads a heading.
     *
     * @param column its place, from 1; names a column whose heading is empty
     * @throws IllegalArgumentException if what stands for the unit is not a UCUM code
     */
    static Heading of(String text, int column) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return new Heading(text.isBlank() ? "column " + column : text.strip(), Unit.ONE);
        }
        String unit = form.group("inside") == null ? form.group("behind") : form.group("inside");
        return new Heading(form.group("name").strip(), unit(unit.strip(), text));
    }

    private static Unit unit(String ucum, String heading) {
        try {
            return ucum.equals("-") || ucum.isEmpty() ? Unit.ONE : Unit.of(ucum);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the heading '" + heading + "' has no unit: " + e.getMessage()
                            + "; write the UCUM code in brackets behind the name, [1] if there is no unit",
                    e);
        }
    }
}
