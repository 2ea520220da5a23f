package org.busbar.analyses.tables;

import java.util.List;
import org.busbar.api.Series;
import org.busbar.api.Unit;

/** One column of a {@link Table}. Immutable. */
public sealed interface Column {

    /** What the heading says, without the unit. */
    String name();

    /** How many rows there are. */
    int size();

    /**
     * Numbers of one unit.
     *
     * @param values NaN where the cell is empty or says that nothing is known
     */
    record Numbers(String name, Series values) implements Column {

        public Unit unit() {
            return values.unit();
        }

        @Override
        public int size() {
            return values.size();
        }

        /** How many cells have no number. */
        public int missing() {
            int missing = 0;
            for (int i = 0; i < values.size(); i++) {
                missing += Double.isNaN(values.value(i)) ? 1 : 0;
            }
            return missing;
        }

        /** Whether all numbers there are are the same one; true if there are none. */
        public boolean isConstant() {
            double[] known = Standard.known(values.values());
            for (double value : known) {
                if (value != known[0]) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Words, at least one of which is no number.
     *
     * @param cells empty where nothing stands
     * @param first the row of the first cell that is no number, from 0
     * @param numbers how many cells are numbers
     */
    record Words(String name, List<String> cells, int first, int numbers) implements Column {

        public Words {
            cells = List.copyOf(cells);
        }

        @Override
        public int size() {
            return cells.size();
        }

        /** Whether more cells are numbers than words, so that the words look like mistakes. */
        boolean isNearlyNumbers() {
            long words = cells.stream().filter(cell -> !Cells.isMissing(cell)).count() - numbers;
            return numbers > words;
        }
    }
}
