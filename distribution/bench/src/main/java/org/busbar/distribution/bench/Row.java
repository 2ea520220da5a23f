package org.busbar.distribution.bench;

import java.util.List;

/** A line of the table. */
record Row(String what, String target, String measured, String conditions) {

    static Row of(String what, Target target, Measurements measured, String unit, String conditions) {
        String verdict = target.met().test(measured.median()) ? "" : " **missed**";
        int count = measured.values().size();
        String times = count == 1 ? "" : count + " times; ";
        return new Row(what, target.text(), measured.in(unit) + verdict, times + conditions);
    }

    /** The same, but the largest of the measurements has to meet the target. */
    static Row worst(String what, Target target, Measurements measured, String unit, String conditions) {
        Row row = of(what, Target.NONE, measured, unit, conditions);
        String verdict = target.met().test(measured.max()) ? "" : " **missed**";
        return new Row(what, target.text() + ", every time", row.measured + verdict, row.conditions);
    }

    /** A measurement that could not be made. */
    static Row failed(String what, Throwable cause) {
        return new Row(what, "", "**failed**", String.valueOf(cause).replaceAll("\\s+", " "));
    }

    boolean isFailed() {
        return measured.equals("**failed**");
    }

    /** The rows as a Markdown table. */
    static String table(List<Row> rows) {
        StringBuilder table = new StringBuilder("| what | target | measured: median (min..max) | conditions |\n");
        table.append("|---|---|---|---|\n");
        for (Row row : rows) {
            List<String> cells = List.of(row.what, row.target, row.measured, row.conditions);
            table.append("| ").append(String.join(" | ", cells)).append(" |\n");
        }
        return table.toString();
    }
}
