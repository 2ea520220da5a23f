package org.busbar.analyses.cyclerfiles;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as cyclers spell them: {@code 00:02:42.363}, {@code 1d 02:03:04}. */
final class Duration {

    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{1,6})(?:d\\s*|[\\s.-]))?(\\d{1,7}):(\\d{1,2}):(\\d{1,2}(?:[.,]\\d{1,9})?)");

    private Duration() {}

    /** Seconds; NaN if the cell is not of that form. */
    static double seconds(String cell) {
        Matcher parts = FORM.matcher(cell.strip());
        if (!parts.matches()) {
            return Double.NaN;
        }
        double days = parts.group(1) == null ? 0 : Double.parseDouble(parts.group(1));
        double minutes = Double.parseDouble(parts.group(2)) * 60 + Double.parseDouble(parts.group(3));
        return days * 86_400 + minutes * 60 + Double.parseDouble(parts.group(4).replace(',', '.'));
    }
}
