package org.busbar.ontology.battinfo;

import org.busbar.api.LabId;
import org.busbar.api.broker.Result;
import org.busbar.api.ontology.SchemaMapping;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Says a result in the words of BattINFO and EMMO, as JSON-LD 1.1 that needs nothing from a network.
 *
 * <p>Every node has an IRI, {@code urn:busbar:result:<request id>#<part>}. What the ontologies have no word for is kept
 * under {@code https://busbar.example/ns#} and listed as {@code busbar:unmapped}.
 *
 * <p>Sources: EMMO 1.0.3 and its domains electrochemistry 0.37.2, battery 0.20.1; W3C PROV-O (2013), W3C/OGC SOSA (2017).
 */
@Component
@LabId("battinfo")
public final class BattInfo implements SchemaMapping {

    private final Vocabulary vocabulary;

    /**
     * Reads the tables.
     *
     * @throws IllegalStateException if a table uses a term that is not among the pinned ones
     */
    @Activate
    public BattInfo() {
        vocabulary = Vocabulary.pinned();
    }

    @Override
    public String mediaType() {
        return "application/ld+json";
    }

    /**
     * The result as a JSON-LD document with its {@code @context} inlined; lines end with LF.
     *
     * @throws IllegalArgumentException if the quantity is not in the table, the result lacks its output, or a value has
     *     a unit that measures something else than its name says
     */
    @Override
    public String map(Result result) {
        return new ResultDocument(vocabulary, result).json();
    }
}
