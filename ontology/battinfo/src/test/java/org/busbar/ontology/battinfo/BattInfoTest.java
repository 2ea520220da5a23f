package org.busbar.ontology.battinfo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.busbar.api.broker.Result;
import org.busbar.api.ontology.SchemaMapping;
import org.busbar.testkit.MappingContract;
import org.junit.jupiter.api.Test;

class BattInfoTest implements MappingContract {

    @Override
    public SchemaMapping mapping() {
        return new BattInfo();
    }

    @Override
    public List<Result> examples() {
        return List.of(Examples.conductivity(), Examples.result(Examples.ASKED, Examples.CONDUCTIVITY, List.of()));
    }

    @Test
    void a_conductivity_result_is_the_golden_file() throws IOException {
        assertEquals(golden("conductivity.expected.jsonld"), mapping().map(Examples.conductivity()));
    }

    private static String golden(String name) throws IOException {
        try (InputStream bytes = Objects.requireNonNull(BattInfoTest.class.getResourceAsStream(name))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
