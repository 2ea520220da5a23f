package org.busbar.lab;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.busbar.api.optimize.Scale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Numbers that describe options, as a file has them: {@code {EC: {eps: 89.8}, DMC: {eps: 3.1}}}, or {@code {table:
 * solvents.csv, name: solvent}} for a table with a row per option, whose column {@code name} says which.
 *
 * @param table path within the lab; null if the numbers stand in the file
 */
record DescriptorsEntry(@Nullable String table, String name, Map<String, Map<String, Double>> options) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static DescriptorsEntry of(Map<String, JsonNode> fields) {
        JsonNode table = fields.get("table");
        return table != null && table.isString() ? table(table.stringValue(), fields) : options(fields);
    }

    private static DescriptorsEntry table(String table, Map<String, JsonNode> fields) {
        JsonNode name = fields.get("name");
        if (name == null || !name.isString() || fields.size() != 2) {
            throw new IllegalArgumentException(
                    "descriptors of a table are {table: file.csv, name: column}, the column with the options");
        }
        return new DescriptorsEntry(table, name.stringValue(), Map.of());
    }

    private static DescriptorsEntry options(Map<String, JsonNode> fields) {
        Map<String, Map<String, Double>> options = new LinkedHashMap<>();
        fields.forEach((option, numbers) -> options.put(option, numbers(option, numbers)));
        new Scale.Described(options);
        return new DescriptorsEntry(null, "", options);
    }

    private static Map<String, Double> numbers(String option, JsonNode node) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        node.properties().forEach(number -> {
            if (!number.getValue().isNumber()) {
                throw new IllegalArgumentException(
                        option + "." + number.getKey() + " = " + number.getValue() + " is not a number");
            }
            numbers.put(number.getKey(), number.getValue().doubleValue());
        });
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("the option " + option + " has no numbers that describe it");
        }
        return numbers;
    }

    Scale scale(Path lab) {
        return new Scale.Described(table == null ? options : rows(lab, table));
    }

    private Map<String, Map<String, Double>> rows(Path lab, String file) {
        Map<String, Map<String, Double>> rows = new LinkedHashMap<>();
        new PointTable(lab, file, null)
                .rows(row -> rows.put(CsvTable.text(row, name), numbers(row)) == null ? row : twice(row));
        return rows;
    }

    private Map<String, String> twice(Map<String, String> row) {
        throw new IllegalArgumentException(row.get(name) + " is described twice");
    }

    private Map<String, Double> numbers(Map<String, String> row) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        row.keySet().stream()
                .filter(column -> !column.equals(name))
                .forEach(column -> numbers.put(column, CsvTable.number(row, column)));
        return numbers;
    }
}
