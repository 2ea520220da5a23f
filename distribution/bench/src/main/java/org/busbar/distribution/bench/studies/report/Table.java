package org.busbar.distribution.bench.studies.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.busbar.distribution.bench.studies.figure.Markup;

/** A table with a title; rows as long as the header. Not safe for use by many threads. */
public final class Table {

    private final String title;
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String title, String... header) {
        this.title = title;
        this.header = List.of(header);
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if it is not as long as the header
     */
    public Table row(String... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException("A row of " + cells.length + " cells does not fit the header " + header);
        }
        rows.add(List.of(cells));
        return this;
    }

    /** A number with so many digits behind the point; "-" for NaN. */
    public static String number(double value, int digits) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** A share as per cent. */
    public static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    String text() {
        StringBuilder text = new StringBuilder(title).append('\n');
        line(text, header);
        rows.forEach(row -> line(text, row));
        return text.append('\n').toString();
    }

    private void line(StringBuilder text, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append("  ")
                    .append(cells.get(i))
                    .append(" ".repeat(width(i) - cells.get(i).length()));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private int width(int column) {
        int width = header.get(column).length();
        for (List<String> row : rows) {
            width = Math.max(width, row.get(column).length());
        }
        return width;
    }

    String html() {
        StringBuilder html = new StringBuilder("<h3>" + Markup.escaped(title) + "</h3>\n<table>\n<thead>");
        row(html, "th", header);
        html.append("</thead>\n<tbody>\n");
        rows.forEach(row -> row(html, "td", row));
        return html.append("</tbody></table>\n").toString();
    }

    private static void row(StringBuilder html, String tag, List<String> cells) {
        html.append("<tr>");
        for (String cell : cells) {
            html.append('<').append(tag).append('>').append(Markup.escaped(cell));
            html.append("</").append(tag).append('>');
        }
        html.append("</tr>\n");
    }
}
