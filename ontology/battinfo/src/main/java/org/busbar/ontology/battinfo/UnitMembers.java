package org.busbar.ontology.battinfo;

/** Links a node to its unit as EMMO and QUDT know it. */
final class UnitMembers {

    private UnitMembers() {}

    static void describe(Node node, Units.Known unit) {
        node.link("hasMeasurementUnit", unit.emmo());
        if (!unit.qudt().isEmpty()) {
            node.link("qudt:hasUnit", unit.qudt());
        }
    }
}
