package org.busbar.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.busbar.api.broker.Result;
import org.busbar.api.ontology.SchemaMapping;
import org.junit.jupiter.api.Test;

/** What every schema mapping must hold. Give it a mapping and results that it can say. */
public interface MappingContract {

    SchemaMapping mapping();

    /** At least one result that the schema can say. */
    List<Result> examples() throws Exception;

    @Test
    default void names_its_media_type() {
        assertEquals(2, mapping().mediaType().split("/").length, mapping().mediaType() + " is no media type");
    }

    @Test
    default void says_the_same_of_the_same() throws Exception {
        assertFalse(examples().isEmpty(), "A contract without examples tests nothing");
        for (Result result : examples()) {
            assertEquals(mapping().map(result), mapping().map(result));
        }
    }
}
