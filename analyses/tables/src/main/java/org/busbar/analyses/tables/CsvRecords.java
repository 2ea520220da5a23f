package org.busbar.analyses.tables;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the records of a CSV file one after the other: RFC 4180 quotes, lines that end with LF or CR LF, a separator that
 * is given. A quoted field may hold separators and line ends. Empty lines are skipped. For one thread.
 */
final class CsvRecords {

    /**
     * One record.
     *
     * @param line the line of the file it begins on, from 1
     */
    record Fields(int line, List<String> fields) {}

    private static final int LONGEST_FIELD = 10_000;
    private static final int END = -1;

    private final Reader in;
    private final char separator;
    private int line = 1;
    private int ahead;

    /** @param in buffered; not closed here */
    CsvRecords(Reader in, char separator) throws IOException {
        this.in = in;
        this.separator = separator;
        ahead = in.read();
    }

    /** The next record, none of whose fields is longer than 10,000 characters; empty fields at the end of the file. */
    Fields next() throws IOException {
        while (isLineEnd()) {
            advance();
        }
        int start = line;
        List<String> fields = new ArrayList<>();
        boolean more = ahead != END;
        while (more) {
            fields.add(field(fields.size() + 1));
            more = ahead == separator;
            if (more) {
                advance();
            }
        }
        return new Fields(start, fields);
    }

    private String field(int column) throws IOException {
        return ahead == '"' ? quoted(column) : plain(column);
    }

    private String plain(int column) throws IOException {
        StringBuilder text = new StringBuilder();
        while (ahead != END && ahead != separator && !isLineEnd()) {
            append(text, column);
        }
        return text.toString().strip();
    }

    private String quoted(int column) throws IOException {
        int start = line;
        StringBuilder text = new StringBuilder();
        advance();
        while (!endOfQuotes(start, column)) {
            append(text, column);
        }
        if (ahead != END && ahead != separator && !isLineEnd()) {
            throw new IllegalArgumentException("line " + line + ", column " + column
                    + ": text behind a closing quote; double the quotes within a quoted cell");
        }
        return text.toString();
    }

    /** Takes a closing quote; of two quotes the first is taken and the second one is text. */
    private boolean endOfQuotes(int start, int column) throws IOException {
        if (ahead == END) {
            throw new IllegalArgumentException("line " + start + ", column " + column
                    + ": a quote is opened and never closed; is the file cut off?");
        }
        if (ahead != '"') {
            return false;
        }
        advance();
        return ahead != '"';
    }

    private void append(StringBuilder text, int column) throws IOException {
        if (text.length() == LONGEST_FIELD) {
            throw new IllegalArgumentException("line " + line + ", column " + column + ": a cell of more than "
                    + LONGEST_FIELD + " characters; is this a CSV file, and is a quote missing?");
        }
        text.append((char) ahead);
        advance();
    }

    private boolean isLineEnd() {
        return ahead == '\n' || ahead == '\r';
    }

    private void advance() throws IOException {
        line += ahead == '\n' ? 1 : 0;
        ahead = in.read();
    }
}
