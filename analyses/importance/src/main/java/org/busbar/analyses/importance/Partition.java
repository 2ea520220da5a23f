package org.busbar.analyses.importance;

import java.util.List;
import org.busbar.analyses.tables.Chosen;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;

/** How rows and groups are divided into folds, as the inputs of an analysis say. */
record Partition(String analysis, int count, boolean drawn, long seed) {

    static final Parameter.Whole FOLDS = Parameter.whole("folds", 2, 100);

    private static final String IN_TURN = "in_turn";

    static final Parameter.Choice ASSIGNMENT = Parameter.choice("assignment", IN_TURN, "drawn");

    /** The default of each of these inputs. */
    static final Values DEFAULTS = Values.of(FOLDS.name(), Quantity.of(5, "1"))
            .with(ASSIGNMENT.name(), new Text(IN_TURN))
            .with(Question.SEED.name(), Quantity.of(0, "1"));

    static Partition of(String analysis, Values all) {
        return new Partition(
                analysis, (int) all.get(FOLDS), !all.get(ASSIGNMENT).equals(IN_TURN), all.get(Question.SEED));
    }

    /** @throws IllegalArgumentException if there are fewer than two rows for each fold */
    Folds rows(Chosen chosen) {
        if (chosen.rows() < 2 * count) {
            throw new IllegalArgumentException(analysis + ": " + chosen.rows() + " complete rows are too few for "
                    + count + " folds of 2 or more; give at least " + 2 * count + " rows or fewer folds");
        }
        return drawn ? Folds.drawn(chosen.rows(), count, seed) : Folds.inTurn(chosen.rows(), count);
    }

    /**
     * Folds that hold whole groups; there are groups.
     *
     * @throws IllegalArgumentException if there are fewer groups than folds
     */
    Folds groups(Chosen chosen) {
        List<String> groups = chosen.groups();
        long found = groups.stream().distinct().count();
        if (found < count) {
            throw new IllegalArgumentException(analysis + ": " + found + " groups are too few for " + count
                    + " folds; give at least " + count + " groups or fewer folds");
        }
        return drawn ? Folds.ofDrawnGroups(groups, count, seed) : Folds.ofGroups(groups, count);
    }

    /** By group if there are groups, else by row. */
    Folds strictest(Chosen chosen) {
        Folds rows = rows(chosen);
        return chosen.groups().isEmpty() ? rows : groups(chosen);
    }
}
