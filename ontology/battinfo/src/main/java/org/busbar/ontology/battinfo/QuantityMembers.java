package org.busbar.ontology.battinfo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;

/** Describes quantities: number, unit and standard uncertainty, each as EMMO and as QUDT say them. */
final class QuantityMembers {

    private final Units units;
    private final Graph graph;

    QuantityMembers(Units units, Graph graph) {
        this.units = units;
        this.graph = graph;
    }

    /**
     * Adds number, unit and uncertainty. A number that is NaN or infinite is left out, as is an uncertainty that is not
     * known; whatever is not said as recorded is kept as {@code busbar:recorded}.
     *
     * @throws IllegalArgumentException if the unit measures something else than the table says of that name
     */
    void describe(Node node, String name, Quantity recorded, Vocabulary.Property property) {
        property.unit().ifPresent(unit -> require(name, recorded, unit));
        Unit wanted = property.convert() ? property.unit().orElseThrow() : recorded.unit();
        Optional<Units.Known> known = units.nearest(wanted);
        Quantity said = recorded.to(known.map(Units.Known::unit).orElse(wanted));
        number(node, node.id(), said.value());
        unit(node, said.unit(), known);
        if (Double.isFinite(said.uncertainty())) {
            node.with("hasMetrologicalUncertainty", uncertainty(node.id() + "/uncertainty", said.uncertainty(), known));
            node.with("qudt:standardUncertainty", said.uncertainty());
        }
        if (!said.unit().equals(recorded.unit()) || !isSayable(recorded)) {
            node.withData("busbar:recorded", asRecorded(recorded));
        }
    }

    private static void require(String name, Quantity recorded, Unit unit) {
        if (!recorded.unit().measuresSameAs(unit)) {
            throw new IllegalArgumentException(name + " = " + recorded + " cannot be exported: " + name
                    + " is measured in " + unit.ucum() + " or a unit that converts to it, not in "
                    + recorded.unit().ucum() + "; rename the value or correct its unit");
        }
    }

    private static boolean isSayable(Quantity quantity) {
        return Double.isFinite(quantity.value()) && !Double.isInfinite(quantity.uncertainty());
    }

    private void unit(Node node, Unit unit, Optional<Units.Known> known) {
        known.ifPresentOrElse(each -> UnitMembers.describe(node, each), () -> graph.unmapped("unit " + unit.ucum()));
        node.with("schema:unitCode", unit.ucum());
    }

    private static void number(Node node, String iri, double value) {
        if (Double.isFinite(value)) {
            node.with("hasNumericalPart", numberNode(iri + "/value", value));
        }
    }

    private static Map<String, Object> numberNode(String iri, double value) {
        return new Node(iri, List.of("RealData")).with("hasNumberValue", value).members();
    }

    private static Map<String, Object> uncertainty(String iri, double value, Optional<Units.Known> known) {
        Node node = new Node(iri, List.of("MetrologicalUncertainty"));
        number(node, iri, value);
        known.ifPresent(each -> node.link("hasMeasurementUnit", each.emmo()));
        return node.with("busbar:coverageFactor", 1).members();
    }

    private static Map<String, Object> asRecorded(Quantity recorded) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("value", SeriesMembers.item(recorded.value()));
        data.put("unit", recorded.unit().ucum());
        if (!Double.isNaN(recorded.uncertainty())) {
            data.put("uncertainty", SeriesMembers.item(recorded.uncertainty()));
        }
        return data;
    }
}
