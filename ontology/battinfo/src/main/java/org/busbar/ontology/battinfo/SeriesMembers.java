package org.busbar.ontology.battinfo;

import java.util.Arrays;
import java.util.List;
import org.busbar.api.Series;

/** Describes series: their unit, and the numbers as recorded under our namespace, as EMMO has no word for them. */
final class SeriesMembers {

    private final Units units;
    private final Graph graph;

    SeriesMembers(Units units, Graph graph) {
        this.units = units;
        this.graph = graph;
    }

    void describe(Node node, Series series) {
        String ucum = series.unit().ucum();
        units.exactly(series.unit())
                .ifPresentOrElse(known -> UnitMembers.describe(node, known), () -> graph.unmapped("unit " + ucum));
        node.with("schema:unitCode", ucum).withData("busbar:values", items(series));
    }

    private static List<Object> items(Series series) {
        return Arrays.stream(series.values()).mapToObj(SeriesMembers::item).toList();
    }

    /** The number, or the text NaN, Infinity or -Infinity, which are no numbers in JSON. */
    static Object item(double number) {
        return Double.isFinite(number) ? (Object) number : Double.toString(number);
    }
}
