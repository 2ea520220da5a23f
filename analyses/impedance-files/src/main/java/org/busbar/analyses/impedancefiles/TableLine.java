package org.busbar.analyses.impedancefiles;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.busbar.analyses.files.Delimiter;
import org.busbar.analyses.files.Heading;

/** Parts lines of tables whose headings and rows need not be parted alike. */
final class TableLine {

    private static final Pattern WIDE_BLANKS = Pattern.compile("\\s{2,}");

    private TableLine() {}

    /** Every way to read a line as headings, the most usual first. */
    static Stream<List<Heading>> headings(String line) {
        String bare = line.strip();
        boolean quoted = bare.length() > 2 && bare.startsWith("\"") && bare.indexOf('"', 1) == bare.length() - 1;
        String text = quoted ? bare.substring(1, bare.length() - 1).strip() : line;
        Stream<List<String>> parted = Stream.of(Delimiter.TAB, Delimiter.SEMICOLON, Delimiter.COMMA)
                .filter(delimiter -> delimiter.in(text))
                .map(delimiter -> delimiter.cells(text));
        return Stream.concat(
                        parted, Stream.of(Arrays.asList(WIDE_BLANKS.split(text, -1)), Delimiter.BLANKS.cells(text)))
                .filter(cells -> cells.size() >= 2)
                .map(cells -> cells.stream().map(Heading::of).toList());
    }

    /** What parts the cells of a row; a comma is a decimal mark where something else does. */
    static Delimiter delimiter(String line) {
        return Stream.of(Delimiter.TAB, Delimiter.SEMICOLON, Delimiter.COMMA)
                .filter(delimiter -> delimiter.in(line.strip()))
                .findFirst()
                .orElse(Delimiter.BLANKS);
    }
}
