package org.busbar.ontology.battinfo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the tables beside this class: UTF-8, one line of names, no quoted fields. */
final class Csv {

    private Csv() {}

    /**
     * The rows of a table, each by the names of its columns.
     *
     * @throws IllegalStateException if the table is missing or a row has more or fewer fields than the first line
     */
    static List<Map<String, String>> rows(String table) {
        try (InputStream bytes = Csv.class.getResourceAsStream(table)) {
            if (bytes == null) {
                throw new IllegalStateException("The table " + table + " is missing from the bundle; build it again");
            }
            List<String> lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            String[] columns = fields(lines.get(0));
            return lines.stream().skip(1).map(line -> row(table, columns, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(String table, String[] columns, String line) {
        String[] fields = fields(line);
        if (fields.length != columns.length) {
            throw new IllegalStateException(
                    table + ": '" + line + "' has " + fields.length + " fields, not " + columns.length);
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], fields[i].strip());
        }
        return row;
    }

    private static String[] fields(String line) {
        return line.split(",", -1);
    }
}
