package org.busbar.analyses.cyclerfiles;

import java.util.Optional;
import org.busbar.analyses.files.CyclerColumn;

/**
 * What the user knows about a file; each a word, {@code auto} for nothing.
 *
 * @param format a {@link Make}
 * @param positive what a positive current in the file means: charge or discharge
 * @param timeUnit of test time where its heading states none; likewise the others
 */
record Told(String format, String positive, String timeUnit, String voltageUnit, String currentUnit) {

    /** The unit told for that column. */
    Optional<String> unit(CyclerColumn column) {
        String word =
                switch (column) {
                    case TEST_TIME -> timeUnit;
                    case VOLTAGE -> voltageUnit;
                    case CURRENT -> currentUnit;
                    default -> CyclerFile.AUTO;
                };
        return word.equals(CyclerFile.AUTO) ? Optional.empty() : Optional.of(word);
    }
}
