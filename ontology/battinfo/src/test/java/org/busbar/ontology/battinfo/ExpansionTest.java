package org.busbar.ontology.battinfo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.apicatalog.jsonld.JsonLdError;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.broker.Result;
import org.junit.jupiter.api.Test;

class ExpansionTest {

    private static final String EMMO = "https://w3id.org/emmo";
    private static final String NUMERICAL_PART = EMMO + "#EMMO_8ef3cd6d_ae58_4a8d_9fc0_ad8f49015cd0";
    private static final String NUMBER_VALUE = EMMO + "#EMMO_faf79f53_749d_40b2_807c_d34244c192f4";
    private static final String UNIT = EMMO + "#EMMO_bed1d005_b04e_4a90_94cf_02bc678a8569";
    private static final String CONDUCTIVITY = "urn:busbar:result:r-17#outputs/conductivity";

    @Test
    void a_whole_number_is_a_double() throws JsonLdError {
        Values seven = Values.of("conductivity", Quantity.of(7.0, 1.0, "mS/cm"));
        JsonObject node = new Expanded(Examples.result(Examples.ASKED, seven, Examples.steps())).node(CONDUCTIVITY);
        JsonObject number = first(first(node, NUMERICAL_PART), NUMBER_VALUE);
        assertEquals("http://www.w3.org/2001/XMLSchema#double", number.getString("@type"));
        assertEquals(7.0, number.getJsonNumber("@value").doubleValue());
        assertEquals(
                "http://www.w3.org/2001/XMLSchema#double",
                first(node, "http://qudt.org/schema/qudt/standardUncertainty").getString("@type"));
    }

    @Test
    void the_unit_is_said_three_times_alike() throws JsonLdError {
        JsonObject node = new Expanded(Examples.conductivity()).node(CONDUCTIVITY);
        assertEquals(EMMO + "#MilliSiemensPerCentiMetre", first(node, UNIT).getString("@id"));
        assertEquals(
                "http://qudt.org/vocab/unit/MilliS-PER-CentiM",
                first(node, "http://qudt.org/schema/qudt/hasUnit").getString("@id"));
        assertEquals("mS/cm", first(node, "https://schema.org/unitCode").getString("@value"));
    }

    @Test
    void prefixes_expand() throws JsonLdError {
        Set<String> iris = new Expanded(Examples.conductivity()).iris();
        assertTrue(iris.containsAll(Set.of(
                "https://schema.org/softwareVersion",
                "https://schema.org/CompletedActionStatus",
                "http://www.w3.org/ns/prov#SoftwareAgent",
                "http://www.w3.org/ns/prov#startedAtTime",
                "http://www.w3.org/ns/sosa/Observation",
                "https://busbar.example/ns#procedure/impedance_spectroscopy",
                "https://busbar.example/ns#pc_share")));
    }

    @Test
    void every_iri_is_of_a_known_scheme_and_every_emmo_iri_is_pinned() throws JsonLdError {
        Set<String> pinned = Stream.of(column("terms.csv", "IRI"), column("units.csv", "emmo_iri"))
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        for (String iri : new Expanded(Examples.conductivity()).iris()) {
            assertTrue(iri.matches("(http|https|urn):\\S+"), iri);
            assertTrue(!iri.startsWith(EMMO) || pinned.contains(iri), iri + " is not pinned");
        }
    }

    @Test
    void no_node_is_blank_and_every_reference_of_ours_leads_somewhere() throws JsonLdError {
        for (Result result :
                List.of(Examples.conductivity(), Examples.result(Examples.ASKED, Examples.CONDUCTIVITY, List.of()))) {
            Expanded expanded = new Expanded(result);
            List<JsonObject> objects = expanded.objects();
            Set<String> described = objects.stream()
                    .filter(node -> node.size() > 1)
                    .map(node -> node.getString("@id", ""))
                    .collect(Collectors.toSet());
            assertFalse(described.isEmpty());
            for (JsonObject object : objects) {
                String iri = object.getString("@id", "");
                assertFalse(iri.isEmpty() || iri.startsWith("_:"), "blank: " + object);
                assertTrue(!iri.startsWith("urn:") || described.contains(iri), iri + " leads nowhere");
            }
        }
    }

    private static List<String> column(String table, String name) {
        return Csv.rows(table).stream().map(row -> Row.of(row, name)).toList();
    }

    private static JsonObject first(JsonObject node, String property) {
        return node.getJsonArray(property).getJsonObject(0);
    }
}
