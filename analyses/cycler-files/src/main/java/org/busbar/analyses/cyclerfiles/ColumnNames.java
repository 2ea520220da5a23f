package org.busbar.analyses.cyclerfiles;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.busbar.analyses.files.CyclerColumn;
import org.busbar.analyses.files.Heading;
import org.busbar.api.Unit;

/** How makes call the columns, the best name first; written as {@link Heading#name()} is. */
final class ColumnNames {

    private static final Map<CyclerColumn, List<String>> NAMES = new EnumMap<>(Map.of(
            CyclerColumn.TEST_TIME, List.of("testtime", "totaltime", "runtime", "elapsedtime", "time", "test"),
            CyclerColumn.VOLTAGE,
                    List.of("voltage", "volts", "volt", "ecell", "ewe", "<ecell>", "<ewe>", "u", "potential"),
            CyclerColumn.CURRENT, List.of("current", "amps", "amp", "i", "<i>"),
            CyclerColumn.UNIX_TIME,
                    List.of(
                            "unixtime",
                            "datetime",
                            "dpttime",
                            "dateandtime",
                            "realtime",
                            "absolutetime",
                            "timestamp",
                            "datestamp"),
            CyclerColumn.CYCLE,
                    List.of("cyclecount", "cycleindex", "cyclenumber", "cyclec", "cycle", "cyc", "cyc-count"),
            CyclerColumn.STEP, List.of("stepcount", "stepnumber", "step", "stepindex", "ns", "line"),
            CyclerColumn.TEMPERATURE,
                    List.of(
                            "surfacetemperature",
                            "temperaturet1",
                            "temperature",
                            "t1",
                            "temp",
                            "temp1",
                            "auxtemperature1",
                            "ambienttemperature"),
            CyclerColumn.CHARGE_CAPACITY,
                    List.of("chargingcapacity", "chargecapacity", "qcharge", "ah-cyc-charge", "wfchgcap"),
            CyclerColumn.DISCHARGE_CAPACITY,
                    List.of("dischargingcapacity", "dischargecapacity", "qdischarge", "ah-cyc-discharge", "wfdiscap")));

    private static final List<String> STATES =
            List.of("state", "md", "command", "steptype", "instructionname", "status");

    private ColumnNames() {}

    /** Where that column is, from 0; empty if nowhere. */
    static OptionalInt find(CyclerColumn column, List<Heading> headings) {
        return find(NAMES.getOrDefault(column, List.of()), headings, heading -> suits(column, heading));
    }

    /** Where it says whether a row is charge, discharge or rest. */
    static OptionalInt findState(List<Heading> headings) {
        return find(STATES, headings, heading -> true);
    }

    /** Whether these are the headings of a cycling table: two of time, voltage and current, and three columns in all. */
    static boolean areCycling(List<Heading> headings) {
        boolean time = has(CyclerColumn.TEST_TIME, headings) || has(CyclerColumn.UNIX_TIME, headings);
        int main = (time ? 1 : 0)
                + (has(CyclerColumn.VOLTAGE, headings) ? 1 : 0)
                + (has(CyclerColumn.CURRENT, headings) ? 1 : 0);
        return main >= 2 && headings.size() >= 3;
    }

    private static boolean has(CyclerColumn column, List<Heading> headings) {
        return find(column, headings).isPresent();
    }

    /** A column that is not needed must have its unit, for a step may be a time; one called test is no time without. */
    private static boolean suits(CyclerColumn column, Heading heading) {
        if (heading.unit().isEmpty()) {
            return !heading.name().equals("test");
        }
        return column.required()
                || !heading.unit().equals(Heading.CLOCK)
                        && Unit.of(heading.unit())
                                .measuresSameAs(column.output().unit());
    }

    private static OptionalInt find(List<String> names, List<Heading> headings, Predicate<Heading> suiting) {
        for (String name : names) {
            for (int i = 0; i < headings.size(); i++) {
                if (headings.get(i).name().equals(name) && suiting.test(headings.get(i))) {
                    return OptionalInt.of(i);
                }
            }
        }
        return OptionalInt.empty();
    }
}
