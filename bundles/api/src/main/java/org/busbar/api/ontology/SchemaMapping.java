package org.busbar.api.ontology;

import org.busbar.api.broker.Result;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says a result in the words of a published schema; a service with the property {@code lab.id}, which names the export
 * format. Pure, and never asks a network.
 */
@ConsumerType
public interface SchemaMapping {

    /** What {@link #map} gives, such as {@code application/ld+json}. */
    String mediaType();

    /**
     * The result as a document in that schema. What the schema has no word for is kept under Busbar's own namespace.
     *
     * @throws IllegalArgumentException if the schema cannot say this result at all; the message says why
     */
    String map(Result result);
}
