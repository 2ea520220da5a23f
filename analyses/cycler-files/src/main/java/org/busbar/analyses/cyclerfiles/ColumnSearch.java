package org.busbar.analyses.cyclerfiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.busbar.analyses.cyclerfiles.Layout.Source;
import org.busbar.analyses.files.CyclerColumn;
import org.busbar.analyses.files.DecimalMark;
import org.busbar.analyses.files.Heading;
import org.busbar.analyses.files.TextTable;
import org.busbar.api.Unit;

/** Finds columns and their units; remembers those without a unit. For one thread. */
final class ColumnSearch {

    private final List<Heading> headings;
    private final List<TextTable.Row> sample;
    private final DecimalMark decimal;
    private final Make make;
    private final Told told;
    private final List<CyclerColumn> unitless = new ArrayList<>();

    ColumnSearch(TextTable table, Make make, Told told) {
        this.headings = table.headings();
        this.sample = table.ahead();
        this.decimal = table.decimal();
        this.make = make;
        this.told = told;
    }

    /** The columns found so far whose basic unit is assumed. */
    List<CyclerColumn> unitless() {
        return unitless;
    }

    Optional<Source> find(CyclerColumn column) {
        return switch (column) {
            case TEST_TIME -> testTime();
            case UNIX_TIME -> clock();
            default -> index(column).map(index -> scaled(column, index));
        };
    }

    private Optional<Integer> index(CyclerColumn column) {
        OptionalInt index = ColumnNames.find(column, headings);
        return index.isEmpty() || make.misnames(headings.get(index.getAsInt()).name())
                ? Optional.empty()
                : Optional.of(index.getAsInt());
    }

    private Optional<Source> testTime() {
        Optional<Integer> index = index(CyclerColumn.TEST_TIME);
        if (index.isEmpty()) {
            return sinceStart();
        }
        String first = firstCell(index.get());
        if (Double.isFinite(Duration.seconds(first))) {
            return Optional.of(new Source(index.get(), Duration::seconds, raw(index.get())));
        }
        return isDate(first) ? sinceStart() : Optional.of(scaled(CyclerColumn.TEST_TIME, index.get()));
    }

    /** Test time of a file that has only the clock: since its first row. */
    private Optional<Source> sinceStart() {
        return clock().map(clock -> {
            double start = clock.reader().number(firstCell(clock.index()));
            return new Source(
                    clock.index(),
                    cell -> clock.reader().number(cell) - start,
                    clock.origin() + " (s since the first row)");
        });
    }

    private Optional<Source> clock() {
        return index(CyclerColumn.UNIX_TIME).or(this::dateInTestTime).flatMap(this::clockAt);
    }

    private Optional<Integer> dateInTestTime() {
        return index(CyclerColumn.TEST_TIME).filter(index -> isDate(firstCell(index)));
    }

    private Optional<Source> clockAt(int index) {
        return Clock.of(firstCell(index), decimal).map(reader -> new Source(index, reader, raw(index)));
    }

    private boolean isDate(String cell) {
        return Double.isNaN(decimal.number(cell)) && Clock.of(cell, decimal).isPresent();
    }

    private Source scaled(CyclerColumn column, int index) {
        Heading heading = headings.get(index);
        if (!heading.unit().isEmpty()) {
            return in(column, index, heading.unit(), heading.raw());
        }
        Optional<String> known = told.unit(column).or(() -> make.unit(column)).or(() -> byClock(column, index));
        if (known.isEmpty() && !column.output().unit().equals(Unit.ONE)) {
            unitless.add(column);
        }
        String unit = known.orElse(column.output().unit().ucum());
        return in(column, index, unit, heading.raw() + " (" + unit + ")");
    }

    private Source in(CyclerColumn column, int index, String ucum, String origin) {
        Unit own = column.output().unit();
        Unit unit = Unit.of(ucum);
        if (!unit.measuresSameAs(own)) {
            throw new IllegalArgumentException("column '" + headings.get(index).raw() + "' is in " + ucum
                    + ", which cannot be converted to " + own.ucum() + "; correct the heading");
        }
        CellReader reader = unit.equals(own) ? decimal::number : cell -> unit.convert(decimal.number(cell), own);
        return new Source(index, reader, origin);
    }

    /** The unit in which test time runs as fast as the clock, where there is one. */
    private Optional<String> byClock(CyclerColumn column, int index) {
        Optional<Source> clock = column == CyclerColumn.TEST_TIME ? clock() : Optional.empty();
        if (clock.isEmpty() || sample.size() < 2) {
            return Optional.empty();
        }
        Source at = clock.get();
        TextTable.Row last = sample.get(sample.size() - 1);
        double seconds = at.reader().number(last.cell(at.index())) - at.reader().number(firstCell(at.index()));
        double units = decimal.number(last.cell(index)) - decimal.number(firstCell(index));
        return TimeUnits.nearest(seconds / units);
    }

    private String firstCell(int index) {
        return sample.stream()
                .map(row -> row.cell(index))
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .orElse("");
    }

    private String raw(int index) {
        return headings.get(index).raw();
    }
}
