package org.busbar.distribution.bench.optimizers.problems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table of text cells.
 *
 * @param rows each as long as the header
 */
record Csv(List<String> header, List<List<String>> rows) {

    /**
     * Reads a file of comma-separated cells, those with a comma in double quotes. A row that ends early has empty cells
     * there.
     *
     * @throws IllegalArgumentException if a row is longer than the header
     */
    static Csv read(Path file) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            List<String> cells = cells(line);
            int wanted = lines.isEmpty() ? cells.size() : lines.get(0).size();
            if (cells.size() > wanted) {
                throw new IllegalArgumentException(file.getFileName() + ", line " + (lines.size() + 1) + " has "
                        + cells.size() + " cells, the header has " + wanted);
            }
            cells.addAll(Collections.nCopies(wanted - cells.size(), ""));
            lines.add(cells);
        }
        return new Csv(lines.get(0), lines.subList(1, lines.size()));
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : (line + ",").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        return cells;
    }

    /** The cells below a heading. */
    List<String> column(String heading) {
        int place = header.indexOf(heading);
        if (place < 0) {
            throw new IllegalArgumentException("There is no column " + heading + " but " + header);
        }
        return rows.stream().map(row -> row.get(place)).toList();
    }

    /** The numbers below a heading. */
    double[] numbers(String heading) {
        return column(heading).stream().mapToDouble(Double::parseDouble).toArray();
    }
}
