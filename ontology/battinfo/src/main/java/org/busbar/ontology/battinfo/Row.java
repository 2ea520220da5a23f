package org.busbar.ontology.battinfo;

import java.util.List;
import java.util.Map;

/** Reads fields of table rows. */
final class Row {

    private Row() {}

    /**
     * The field of that column.
     *
     * @throws IllegalStateException if the table has no such column
     */
    static String of(Map<String, String> row, String column) {
        String field = row.get(column);
        if (field == null) {
            throw new IllegalStateException("No column '" + column + "' in " + row.keySet());
        }
        return field;
    }

    /** The words of the field, which blanks separate. */
    static List<String> words(Map<String, String> row, String column) {
        String field = of(row, column);
        return field.isEmpty() ? List.of() : List.of(field.split(" "));
    }
}
