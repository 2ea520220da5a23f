package org.busbar.analyses.importance;

import java.util.Locale;
import org.busbar.analyses.tables.Chosen;
import org.busbar.analyses.tables.Column;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;

/** What all analyses of this bundle say about the table they were given. */
final class Answer {

    private Answer() {}

    static Values begin(Chosen chosen) {
        return Values.of(Question.NAMES.name(), new Text(String.join(", ", chosen.names())))
                .with(Question.EXPLAINED.name(), new Text(heading(chosen.output())))
                .with(Question.ROWS.name(), Quantity.of(chosen.rows(), "1"));
    }

    /** As in {@code k [mS/cm]}, or the name alone where the unit is 1. */
    static String heading(Column.Numbers column) {
        String unit = column.unit().ucum();
        return unit.equals("1") ? column.name() : column.name() + " [" + unit + "]";
    }

    /** Rows with missing numbers are flagged. */
    static Quality quality(Chosen chosen) {
        return chosen.leftOut() == 0
                ? Quality.ok()
                : Quality.ok()
                        .flag(
                                Quality.Level.OK,
                                String.format(
                                        Locale.ROOT,
                                        "invalid_rows: %d of %d left out because a number is missing",
                                        chosen.leftOut(),
                                        chosen.leftOut() + chosen.rows()));
    }

    /** Text of a flag: semicolons, which separate flags, become commas. */
    static String plain(String text) {
        return text.replace(';', ',');
    }
}
