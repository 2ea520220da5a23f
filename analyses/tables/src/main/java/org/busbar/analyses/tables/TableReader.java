package org.busbar.analyses.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads tables of a limited size. */
record TableReader(Limits limits) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_HEADING = 1 << 16;

    Table read(InputStream in) throws IOException {
        Reader text = new BufferedReader(
                new InputStreamReader(new CountedInput(in, limits.bytes()), StandardCharsets.UTF_8.newDecoder()));
        try {
            skipMark(text);
            char separator = separator(text);
            return read(new CsvRecords(text, separator), separator == ';');
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the table is no text in UTF-8; save it as CSV in UTF-8", e);
        }
    }

    private Table read(CsvRecords records, boolean decimalComma) throws IOException {
        List<Cells> columns = columns(records.next().fields(), decimalComma);
        List<Integer> lines = new ArrayList<>();
        CsvRecords.Fields row = records.next();
        while (!row.fields().isEmpty()) {
            add(row, columns);
            lines.add(row.line());
            requireRows(lines.size(), columns.size());
            row = records.next();
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("the table has no rows, only a heading; give one row per measurement");
        }
        return new Table(columns.stream().map(Cells::column).toList(), lines);
    }

    private List<Cells> columns(List<String> headings, boolean decimalComma) {
        if (headings.isEmpty()) {
            throw new IllegalArgumentException("the table is empty; give a heading and one row per measurement");
        }
        if (headings.size() > limits.columns()) {
            throw new IllegalArgumentException("the table has " + headings.size() + " columns, above the limit of "
                    + limits.columns() + "; leave out those that are not needed");
        }
        List<Cells> columns = new ArrayList<>();
        for (String heading : headings) {
            columns.add(new Cells(Heading.of(heading, columns.size() + 1), decimalComma));
        }
        return columns;
    }

    private static void add(CsvRecords.Fields row, List<Cells> columns) {
        if (row.fields().size() != columns.size()) {
            throw new IllegalArgumentException("line " + row.line() + " has "
                    + row.fields().size() + " cells but the heading has " + columns.size()
                    + "; is a quote missing, or is the file cut off?");
        }
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).add(row.fields().get(i));
        }
    }

    private void requireRows(int rows, int columns) {
        int most = Math.min(limits.rows(), limits.cells() / columns);
        if (rows > most) {
            throw new IllegalArgumentException("the table of " + columns + " columns has more rows than the limit of "
                    + most + "; leave out rows or columns that are not needed");
        }
    }

    private static void skipMark(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    /** The first separator of the first line outside quotes; a comma if there is none. */
    private static char separator(Reader text) throws IOException {
        text.mark(LONGEST_HEADING);
        boolean quoted = false;
        int next = text.read();
        for (int i = 1; i < LONGEST_HEADING && next >= 0 && !(next == '\n' && !quoted); i++) {
            quoted ^= next == '"';
            if (!quoted && (next == ',' || next == ';' || next == '\t')) {
                break;
            }
            next = text.read();
        }
        text.reset();
        return next == ';' || next == '\t' ? (char) next : ',';
    }
}
