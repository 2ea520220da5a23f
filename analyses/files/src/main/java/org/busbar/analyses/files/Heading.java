package org.busbar.analyses.files;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands above a column, such as {@code Test Time / s}, {@code Current (A)}, {@code U[V]} or
 * {@code test_time_millisecond}.
 *
 * @param raw as in the file
 * @param name without unit, in small letters, without blanks, underscores, full stops and number signs; two
 *     apostrophes as one double quote
 * @param unit UCUM code; empty if none is stated, or {@link #CLOCK}
 */
public record Heading(String raw, String name, String unit) {

    /** Stands for times spelt as hours, minutes and seconds with colons. */
    public static final String CLOCK = "h:min:s";

    private static final int LONGEST = 200;

    private static final Pattern NO_PART = Pattern.compile("[\\s_.#~:]+");
    private static final Pattern BRACKETS = Pattern.compile("(.+?)\\s*[\\[(]\\s*([^\\[\\]()]+?)\\s*[\\])]");
    private static final Pattern SLASH = Pattern.compile("(.+?)\\s*/\\s*([^/]+?)");
    private static final Pattern UNDERSCORE = Pattern.compile("(.+)_([A-Za-z]+)");

    /** Takes a heading apart; a cell above 200 characters is no heading, so it is cut and has no name. */
    public static Heading of(String cell) {
        String raw = cell.strip();
        if (raw.length() > LONGEST) {
            return new Heading(raw.substring(0, LONGEST), "", "");
        }
        return split(raw, SLASH)
                .or(() -> split(raw, BRACKETS))
                .or(() -> split(raw, UNDERSCORE).filter(heading -> heading.unitIsWord()))
                .orElseGet(() -> new Heading(raw, name(raw), ""));
    }

    private boolean unitIsWord() {
        return raw.length() - raw.lastIndexOf('_') > 2; // a single letter is part of a name
    }

    private static Optional<Heading> split(String raw, Pattern form) {
        Matcher parts = form.matcher(raw);
        return parts.matches()
                ? UnitWord.ucum(parts.group(2)).map(unit -> new Heading(raw, name(parts.group(1)), unit))
                : Optional.empty();
    }

    private static String name(String text) {
        return NO_PART.matcher(text.strip().toLowerCase(Locale.ROOT).replace("''", "\""))
                .replaceAll("");
    }
}
