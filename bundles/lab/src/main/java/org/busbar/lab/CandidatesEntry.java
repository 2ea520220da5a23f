package org.busbar.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.jspecify.annotations.Nullable;

/** The only points that may be tried, as a file has them: {@code {table: pool.csv, columns: {x: ratio}}}. */
record CandidatesEntry(@Nullable String table, @Nullable Map<String, String> columns) {

    CandidatesEntry {
        if (table == null) {
            throw new IllegalArgumentException("candidates need a table, a CSV file within the lab");
        }
    }

    /** Each point of the table once. */
    List<Values> points(List<Parameter> parameters, Path lab) {
        PointTable from = new PointTable(lab, Objects.requireNonNull(table), columns);
        Capability point = new Capability("a candidate", parameters, List.of());
        return from
                .rows(row -> {
                    Values values = from.point(parameters, row);
                    point.check(values);
                    return values;
                })
                .stream()
                .distinct()
                .toList();
    }
}
