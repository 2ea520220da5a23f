package org.busbar.analyses.cycling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.busbar.api.Series;
import org.busbar.api.Value;
import org.busbar.api.Values;

/** The columns of a test file. */
record Tables(List<String> header, List<String[]> rows) {

    /** The table below the first line that starts with {@code head}. */
    static Tables of(String file, String head, String separator) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Tables.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines()
                    .dropWhile(line -> !line.startsWith(head))
                    .filter(line -> !line.isBlank())
                    .toList();
            return new Tables(
                    List.of(lines.get(0).split(separator, -1)),
                    lines.stream()
                            .skip(1)
                            .map(line -> line.split(separator, -1))
                            .toList());
        }
    }

    String text(int row, String column) {
        return rows.get(row)[header.indexOf(column)];
    }

    Series series(String column, String ucum) {
        int index = header.indexOf(column);
        return Series.of(
                ucum,
                rows.stream().mapToDouble(row -> Double.parseDouble(row[index])).toArray());
    }

    /** Arbin's names. */
    static Values arbin(String file) throws IOException {
        Tables table = of(file, "Data_Point", ",");
        return Values.of("test_time", table.series("Test_Time", "s"))
                .with("voltage", table.series("Voltage", "V"))
                .with("current", table.series("Current", "A"))
                .with("unix_time", table.series("DateTime", "s"))
                .with("charge_counter", table.series("Charge_Capacity", "A.h"))
                .with("discharge_counter", table.series("Discharge_Capacity", "A.h"));
    }

    static double[] column(Values values, String name) {
        return ((Series) values.get(name)).values();
    }

    static Values with(Values values, String name, int row, double value) {
        Series series = (Series) values.get(name);
        double[] changed = series.values();
        changed[row] = value;
        return values.with(name, new Series(changed, series.unit()));
    }

    /** The rows from one to another in all columns. */
    static Values rows(Values values, int from, int to) {
        Values some = values;
        for (String name : values.names()) {
            Value value = values.get(name);
            if (value instanceof Series series && series.size() > 0) {
                some = some.with(name, new Series(Arrays.copyOfRange(series.values(), from, to), series.unit()));
            }
        }
        return some;
    }
}
