package org.busbar.analyses.cyclerfiles;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.busbar.analyses.files.CyclerColumn;
import org.busbar.analyses.files.CyclerRows;
import org.busbar.analyses.files.CyclerTable;
import org.busbar.analyses.files.Delimiter;
import org.busbar.analyses.files.Heading;
import org.busbar.analyses.files.Interruption;
import org.busbar.analyses.files.TextLines;
import org.busbar.analyses.files.TextTable;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality.Level;

/** Reads the rows of one text file of cycling data. For one thread. */
final class CyclerText {

    private static final int ROWS_BETWEEN_CHECKS = 4096;
    private static final int MOST_NAMED = 50;

    /** Not blanks: settings above a table are set in columns too. */
    private static final Set<Delimiter> DELIMITERS = EnumSet.of(Delimiter.TAB, Delimiter.SEMICOLON, Delimiter.COMMA);

    private final TextTable table;
    private final Layout layout;
    private final CyclerRows rows;
    private final List<Layout.Source> sources;
    private final List<Direction> states = new ArrayList<>();

    private CyclerText(TextTable table, Told told) {
        this.table = table;
        this.layout = Layout.of(table, told);
        this.rows = rows(layout, table.headings());
        this.sources = rows.present().stream().map(layout::source).toList();
    }

    /**
     * The outputs for a text.
     *
     * @throws IllegalArgumentException if it is no text or no cycling data
     */
    static Values read(InputStream bytes, Told told) throws IOException, InterruptedException {

        try (TextLines lines = new TextLines(Parquet.refused(bytes))) {
            TextTable table = TextTable.find(lines, DELIMITERS, ColumnNames::areCycling)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "it has no line with headings of test time, voltage and current among its first 5000;"
                                    + " check that it is a cycling file, or give the columns such headings"));
            return new CyclerText(table, told).read(told);
        }
    }

    private static CyclerRows rows(Layout layout, List<Heading> headings) {
        try {
            return new CyclerRows(layout.columns());
        } catch (IllegalArgumentException e) {
            String found = headings.stream().limit(MOST_NAMED).map(Heading::raw).collect(Collectors.joining(", "));
            throw new IllegalArgumentException(e.getMessage() + "; its columns are " + found, e);
        }
    }

    private Values read(Told told) throws IOException, InterruptedException {
        long count = 0;
        for (TextTable.Row row = table.next(); row != null; row = table.next()) {
            if (++count % ROWS_BETWEEN_CHECKS == 0) {
                Interruption.check();
            }
            add(row);
        }
        CyclerTable found = rows.table();
        CyclerTable signed = new SignRule(found, states.toArray(Direction[]::new)).applied(told, layout.make());
        return withUnits(signed).values(layout.make().word(), layout.origins(kept(signed)));
    }

    private void add(TextTable.Row row) {
        if (row.cut()) {
            rows.addTruncated();
            return;
        }
        double[] numbers = new double[sources.size()];
        for (int i = 0; i < numbers.length; i++) {
            Layout.Source source = sources.get(i);
            numbers[i] = source.reader().number(row.cell(source.index()));
        }
        boolean kept = rows.add(numbers, "line " + row.line());
        if (kept && layout.state().isPresent()) {
            states.add(Direction.of(row.cell(layout.state().getAsInt())));
        }
    }

    private CyclerTable withUnits(CyclerTable found) {
        if (layout.unitless().isEmpty()) {
            return found;
        }
        String taken = layout.unitless().stream()
                .map(column ->
                        column.output().name() + " in " + column.output().unit().ucum())
                .collect(Collectors.joining(", "));
        return found.flag(
                Level.SUSPICIOUS, "unit_missing: " + layout.unitless().size() + " headings without, taken " + taken);
    }

    private static Set<CyclerColumn> kept(CyclerTable found) {
        return Set.of(CyclerColumn.values()).stream()
                .filter(found::has)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CyclerColumn.class)));
    }
}
