package org.busbar.drivers.file;

import java.util.ArrayList;
import java.util.List;
import org.busbar.drivers.described.Notation;

/**
 * How a vendor writes tables.
 *
 * @param separator between cells
 * @param decimal between a number's whole and broken part
 */
record CsvForm(char separator, char decimal) {

    private static final char QUOTE = '"';

    CsvForm {
        if (separator == decimal || separator == QUOTE || decimal == QUOTE) {
            throw new IllegalArgumentException("Cells cannot be told apart with the separator '" + separator
                    + "' and the decimal sign '" + decimal + "'");
        }
    }

    /** The cells of a line, without the blanks and quotes around them (RFC 4180, but lines end within no cell). */
    List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == QUOTE && quoted && i + 1 < line.length() && line.charAt(i + 1) == QUOTE) {
                cell.append(QUOTE);
                i++;
            } else if (c == QUOTE) {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    /** @throws NumberFormatException if it is not a number written this way */
    double number(String text) {
        String plain = text.strip().replace(decimal, '.');
        if (decimal != '.' && text.indexOf('.') >= 0 || !plain.matches(Notation.NUMBER)) {
            throw new NumberFormatException("'" + text + "' is no number with '" + decimal + "' as decimal sign");
        }
        return Double.parseDouble(plain);
    }
}
