package org.busbar.analyses.cyclerfiles;

import java.util.Arrays;
import org.busbar.analyses.files.CyclerColumn;
import org.busbar.analyses.files.CyclerTable;
import org.busbar.api.analysis.Quality.Level;

/**
 * Gives the current of a table the sign of the common form, by what the user says, the states in the rows, the make or
 * the counters, in this order.
 */
final class SignRule {

    private final CyclerTable table;
    private final Direction[] states;
    private final double[] current;
    private final boolean signed;

    /** @param states one per row, or none */
    SignRule(CyclerTable table, Direction[] states) {
        this.table = table;
        this.states = states;
        this.current = table.column(CyclerColumn.CURRENT);
        this.signed = Arrays.stream(current).anyMatch(ampere -> ampere < 0);
    }

    /** The table with the right sign, or flagged {@code sign_unknown}. */
    CyclerTable applied(Told told, Make make) {
        if (!told.positive().equals(CyclerFile.AUTO)) {
            return told.positive().equals("charge") ? table : turned(true);
        }
        double byState = agreement();
        if (byState != 0) {
            return signed ? turned(byState < 0) : withSignsOfStates();
        }
        if (make.chargeIsPositive() || flowing() == 0 || make == Make.MACCOR && signed) {
            return table;
        }
        double byCounters = CounterSign.of(table);
        return byCounters == 0 || !signed ? unknown() : turned(byCounters < 0);
    }

    private CyclerTable turned(boolean turn) {
        return turn ? table.withCurrent(i -> current[i] == 0 ? 0 : -current[i]) : table;
    }

    private CyclerTable withSignsOfStates() {
        return table.withCurrent(i -> states[i] == Direction.DISCHARGE ? -current[i] : current[i]);
    }

    /** Above 0 if currents are positive where the states say charge, below 0 if negative. */
    private double agreement() {
        double sum = 0;
        for (int i = 0; i < states.length; i++) {
            double sign = states[i] == Direction.CHARGE ? 1 : states[i] == Direction.DISCHARGE ? -1 : 0;
            sum += signed ? sign * Math.signum(current[i]) : Math.abs(sign * current[i]);
        }
        return sum;
    }

    private long flowing() {
        long rows = 0;
        for (double ampere : current) {
            rows += ampere == 0 ? 0 : 1;
        }
        return rows;
    }

    private CyclerTable unknown() {
        return table.flag(
                Level.SUSPICIOUS,
                "sign_unknown: " + flowing() + " of " + table.size()
                        + " rows have a current, and nothing says whether positive is charge or discharge,"
                        + " so it is as in the file and input positive should say it");
    }
}
