package org.busbar.shell;

import java.util.ArrayList;
import java.util.List;

/** Rows of words below a heading, in columns as wide as their longest word; the last column is as long as it is. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... heading) {
        rows.add(List.of(heading));
    }

    /** Adds a row of as many words as the heading has. */
    void row(String... words) {
        rows.add(List.of(words));
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size() - 1; i++) {
            line.append(row.get(i)).append(" ".repeat(width(i) - row.get(i).length() + 2));
        }
        return line.append(row.get(row.size() - 1)).toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
