package org.busbar.analyses.files;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A table within a text: the lines before it, its headings, and its rows one at a time. Blank rows are passed over. For
 * one thread.
 */
public final class TextTable {

    private static final int LONGEST_PREAMBLE = 5_000;
    private static final int SAMPLE = 50;

    private final TextLines lines;
    private final List<String> preamble;
    private final List<Heading> headings;
    private final Delimiter delimiter;
    private final DecimalMark decimal;
    private final Deque<Row> ahead = new ArrayDeque<>();
    private int widest;

    /**
     * One row.
     *
     * @param line its number in the file, from 1
     * @param cut whether it is the last one and has fewer cells than one before: the file was cut there
     */
    public record Row(List<String> cells, long line, boolean cut) {

        /** The cell in that column, from 0; empty if the row is shorter. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        private boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    private TextTable(TextLines lines, List<String> preamble, List<Heading> headings, Delimiter delimiter)
            throws IOException {
        this.lines = lines;
        this.preamble = List.copyOf(preamble);
        this.headings = List.copyOf(headings);
        this.delimiter = delimiter;
        List<String> sample = new ArrayList<>();
        while (ahead.size() < SAMPLE && fetch()) {
            sample.addAll(ahead.getLast().cells());
        }
        this.decimal = delimiter == Delimiter.COMMA ? DecimalMark.POINT : DecimalMark.of(sample);
    }

    /**
     * The table whose headings are the first line, of the first 5000, that {@code wanted} accepts; empty if there is
     * none.
     *
     * @param delimiters what may part the cells, tried in the order of the set
     */
    public static Optional<TextTable> find(TextLines lines, Set<Delimiter> delimiters, Predicate<List<Heading>> wanted)
            throws IOException {
        List<String> preamble = new ArrayList<>();
        for (String line = lines.next(); line != null && preamble.size() < LONGEST_PREAMBLE; line = lines.next()) {
            for (Delimiter delimiter : delimiters) {
                List<Heading> headings = headings(line, delimiter);
                if (delimiter.in(line) && wanted.test(headings)) {
                    return Optional.of(new TextTable(lines, preamble, headings, delimiter));
                }
            }
            preamble.add(line);
        }
        return Optional.empty();
    }

    private static List<Heading> headings(String line, Delimiter delimiter) {
        return delimiter.cells(line).stream().map(Heading::of).toList();
    }

    /** The lines before the headings. */
    public List<String> preamble() {
        return preamble;
    }

    public List<Heading> headings() {
        return headings;
    }

    public DecimalMark decimal() {
        return decimal;
    }

    /** The first rows, up to 50, that {@link #next} has not given yet. */
    public List<Row> ahead() {
        return List.copyOf(ahead);
    }

    /** The next row that is not blank; null after the last one. */
    public @Nullable Row next() throws IOException {
        Row row = ahead.isEmpty() && !fetch() ? null : ahead.removeFirst();
        if (row == null) {
            return null;
        }
        boolean last = ahead.isEmpty() && !fetch();
        boolean cut = last && row.cells().size() < widest;
        widest = Math.max(widest, row.cells().size());
        return new Row(row.cells(), row.line(), cut);
    }

    private boolean fetch() throws IOException {
        for (String line = lines.next(); line != null; line = lines.next()) {
            Row row = new Row(delimiter.cells(line), lines.number(), false);
            if (!row.isBlank()) {
                ahead.add(row);
                return true;
            }
        }
        return false;
    }
}
