package org.busbar.analyses.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What parts the cells of a line. */
public enum Delimiter {
    TAB('\t'),
    SEMICOLON(';'),
    COMMA(','),
    /** One blank or more; leading ones do not count. */
    BLANKS(' ');

    private final char sign;

    Delimiter(char sign) {
        this.sign = sign;
    }

    /** Whether it is in {@code line} at all. */
    public boolean in(String line) {
        return line.indexOf(sign) >= 0;
    }

    /** The cells of a line; a cell that begins with a double quote goes on to the next one (RFC 4180). */
    public List<String> cells(String line) {
        if (this == BLANKS) {
            return Arrays.asList(line.strip().split("\\s+", -1));
        }
        List<String> cells = new ArrayList<>();
        int start = 0;
        while (start <= line.length()) {
            int end = end(line, start);
            cells.add(unquoted(line.substring(start, end)));
            start = end + 1;
        }
        return cells;
    }

    private int end(String line, int start) {
        int from = start;
        if (start < line.length() && line.charAt(start) == '"') {
            int closing = line.indexOf('"', start + 1);
            while (closing >= 0 && closing + 1 < line.length() && line.charAt(closing + 1) == '"') {
                closing = line.indexOf('"', closing + 2);
            }
            from = closing < 0 ? start : closing;
        }
        int end = line.indexOf(sign, from);
        return end < 0 ? line.length() : end;
    }

    private static String unquoted(String cell) {
        boolean quoted = cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"");
        return quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }
}
