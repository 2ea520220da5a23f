package org.busbar.ontology.battinfo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Unit;
import org.busbar.ontology.battinfo.Vocabulary.Measurand;
import org.busbar.ontology.battinfo.Vocabulary.Property;
import org.junit.jupiter.api.Test;

class TablesTest {

    private static final Vocabulary PINNED = Vocabulary.pinned();

    @Test
    void every_unit_of_the_table_is_as_large_as_the_table_says() {
        List<Map<String, String>> rows = Csv.rows("units.csv");
        assertEquals(91, rows.size());
        for (Map<String, String> row : rows) {
            Unit unit = Unit.of(Row.of(row, "ucum"));
            double factor = Double.parseDouble(Row.of(row, "si_factor"));
            assertEquals(factor, unit.factor(), 1e-9 * factor, unit.ucum());
            assertEquals(Row.of(row, "dimension").replaceAll("(?<=[A-Za-z])1\\b", ""), unit.dimension());
            assertEquals(Double.parseDouble(Row.of(row, "si_offset")), unit.offset(), 1e-12);
        }
    }

    @Test
    void the_iri_of_the_unit_one_is_not_its_label() {
        assertEquals(
                Optional.of("https://w3id.org/emmo#EMMO_5ebd5e01_0ed3_49a2_a30d_cd05cbe72978"),
                PINNED.units().exactly(Unit.ONE).map(Units.Known::emmo));
    }

    @Test
    void a_class_that_is_not_pinned_is_an_error() {
        Property wrong = new Property(List.of("Conductivity"), List.of(), false, Optional.of(Unit.of("S/m")), false);
        IllegalStateException e = assertThrows(
                IllegalStateException.class,
                () -> new Vocabulary(
                        PINNED.terms(), PINNED.units(), Map.of(), Map.of("conductivity", wrong), Map.of()));
        assertTrue(e.getMessage().contains("'Conductivity'"), e.getMessage());
    }

    @Test
    void a_quantity_whose_output_has_no_class_is_an_error() {
        Measurand wrong = new Measurand("colour", "Electrolyte");
        IllegalStateException e = assertThrows(
                IllegalStateException.class,
                () -> new Vocabulary(PINNED.terms(), PINNED.units(), Map.of("colour", wrong), Map.of(), Map.of()));
        assertTrue(e.getMessage().contains("'colour'"), e.getMessage());
    }

    @Test
    void an_iri_with_an_undeclared_prefix_is_an_error() {
        assertThrows(
                IllegalStateException.class,
                () -> new Terms(List.of(Map.of("prefLabel", "UnitOne", "IRI", "emmo:UnitOne", "kind", "Class"))));
    }

    @Test
    void a_prefix_that_is_not_declared_is_an_error() {
        List<Object> nodes = List.of(new Node("urn:a", List.of("skos:Concept")).members());
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> Context.of(nodes, PINNED.terms()));
        assertTrue(e.getMessage().contains("'skos'"), e.getMessage());
    }
}
