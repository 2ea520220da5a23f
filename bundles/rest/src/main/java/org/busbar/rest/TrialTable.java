package org.busbar.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;
import org.jspecify.annotations.Nullable;

/**
 * The trials of a campaign that were done and are believed, as CSV (RFC 4180): a column for each number and each word,
 * headed {@code name [unit]}, in the unit it has first.
 */
final class TrialTable {

    private final List<Values> rows = new ArrayList<>();
    private final Map<String, Unit> units = new LinkedHashMap<>(); // of the columns, in their order

    private TrialTable(Standing standing) {
        for (Trial trial : standing.trials()) {
            if (trial.state() == Trial.State.DONE && standing.campaign().trusts(trial.outputs())) {
                add(trial.point().with(trial.outputs()));
            }
        }
    }

    static String of(Standing standing) {
        return new TrialTable(standing).text();
    }

    private void add(Values row) {
        rows.add(row);
        row.byName().forEach((name, value) -> {
            if (value instanceof Quantity quantity) {
                units.putIfAbsent(name, quantity.unit());
            } else if (value instanceof Text) {
                units.putIfAbsent(name, Unit.ONE);
            }
        });
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        text.append(units.entrySet().stream()
                        .map(column -> quoted(heading(column.getKey(), column.getValue())))
                        .collect(Collectors.joining(",")))
                .append("\r\n");
        for (Values row : rows) {
            text.append(units.entrySet().stream()
                            .map(column -> quoted(cell(row.byName().get(column.getKey()), column.getValue())))
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return text.toString();
    }

    private static String heading(String name, Unit unit) {
        return unit.equals(Unit.ONE) ? name : name + " [" + unit.ucum() + "]";
    }

    /** Empty where the trial has no such value, or it has another unit in this trial. */
    private static String cell(@Nullable Value value, Unit unit) {
        if (value instanceof Quantity quantity) {
            return quantity.unit().measuresSameAs(unit) ? Double.toString(quantity.in(unit)) : "";
        }
        return value instanceof Text text ? text.text() : "";
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
