package org.busbar.analyses.cyclerfiles;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.busbar.analyses.files.CyclerColumn;
import org.busbar.analyses.files.TextTable;

/**
 * Where the columns of the common form are in a table, and how their cells are read.
 *
 * @param state where a row says charge, discharge or rest
 * @param unitless columns whose unit is neither stated nor known: the basic unit is assumed
 */
record Layout(Make make, Map<CyclerColumn, Source> sources, OptionalInt state, List<CyclerColumn> unitless) {

    /**
     * One column.
     *
     * @param index in the table, from 0
     * @param origin its heading, and where the unit comes from if not from there, for people
     */
    record Source(int index, CellReader reader, String origin) {}

    Layout {
        sources = Map.copyOf(sources);
        unitless = List.copyOf(unitless);
    }

    /** The layout of {@code table}, found from its headings and first rows. */
    static Layout of(TextTable table, Told told) {
        Make make = Make.of(told.format(), table.preamble(), table.headings());
        ColumnSearch search = new ColumnSearch(table, make, told);
        Map<CyclerColumn, Source> sources = new EnumMap<>(CyclerColumn.class);
        for (CyclerColumn column : CyclerColumn.values()) {
            search.find(column).ifPresent(source -> sources.put(column, source));
        }
        return new Layout(make, sources, ColumnNames.findState(table.headings()), search.unitless());
    }

    Set<CyclerColumn> columns() {
        return sources.keySet();
    }

    Source source(CyclerColumn column) {
        Source source = sources.get(column);
        if (source == null) {
            throw new IllegalStateException("no column " + column);
        }
        return source;
    }

    /** Which column became which output, those of {@code kept} only. */
    List<String> origins(Set<CyclerColumn> kept) {
        List<String> origins = new ArrayList<>();
        for (CyclerColumn column : CyclerColumn.values()) {
            if (kept.contains(column)) {
                origins.add(column.output().name() + ": " + source(column).origin());
            }
        }
        return origins;
    }
}
