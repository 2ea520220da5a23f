package org.busbar.rest;

import org.busbar.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** The JSON schema of offers as people write them, complete in itself. */
final class TenantShapes {

    private static final String OFFER =
            """
            {"type": "object", "required": ["quantity", "method"], "additionalProperties": false,
             "properties": {
              "quantity": {"type": "string", "description": "What is determined"},
              "method": {"type": "string", "description": "How"},
              "capability": {"type": "object", "description": "Inputs and outputs as the api writes them",
               "properties": {"name": {"type": "string"}, "inputs": {}, "outputs": {}, "defaults": {}}},
              "inputs": PARAMETERS,
              "outputs": PARAMETERS,
              "defaults": {"type": "object"},
              "limitations": {"type": "array", "items": PARAMETERS,
               "description": "Regions of the inputs, in one of which a request must lie; units not said are those of the inputs"},
              "price": {"type": "object", "additionalProperties": false, "properties": {
               "source": {"enum": ["experiment", "simulation", "calculation", "person"]},
               "cost": {"type": "number", "minimum": 0, "description": "In the lab's own unit of cost"},
               "duration": {"description": "How long it takes: PT30M, 30 min or a number of seconds"},
               "uncertainty": {"type": "number", "minimum": 0, "description": "Relative standard deviation from the truth"}}}}}""";

    private static final String PARAMETERS =
            """
            {"description": "A list of parameters with a name each, or an object that has the names as keys",
             "anyOf": [{"type": "array", "items": PARAMETER},
                       {"type": "object", "additionalProperties": PARAMETER}]}""";

    private static final String PARAMETER =
            """
            {"type": "object", "description": "What a parameter is follows from what it says; without anything it is a number",
             "properties": {
              "name": {"type": "string"},
              "unit": {"type": "string", "description": "A UCUM code; 1 if it is not said"},
              "min": {"type": "number"}, "max": {"type": "number"}, "step": {"type": "number", "minimum": 0},
              "whole": {"type": "boolean", "description": "A whole number"},
              "options": {"type": "array", "items": {"type": "string"}, "minItems": 1, "description": "One of these words"},
              "note": {"type": "boolean", "description": "A text of people"},
              "curve": {"type": "boolean", "description": "Numbers in order"},
              "sample": {"type": "boolean", "description": "A physical sample"},
              "artifact": {"type": "string", "description": "A file of this media type"},
              "term": {"type": "string", "description": "The IRI of an ontology term"}},
             "examples": [{"name": "temperature", "unit": "K", "min": 250, "max": 330},
              {"name": "strokes", "whole": true, "min": 1}, {"name": "polarity", "options": ["charge", "discharge"]},
              {"name": "spectrum", "curve": true, "unit": "Hz"}]}""";

    private TenantShapes() {}

    /** A list of offers. */
    static ObjectNode offers(ObjectNode schema) {
        schema.put("type", "array").put("minItems", 1);
        return (ObjectNode) schema.set("items", offer());
    }

    private static ObjectNode offer() {
        String parameters = PARAMETERS.replace("PARAMETER", PARAMETER);
        return (ObjectNode) Json.mapper().readTree(OFFER.replace("PARAMETERS", parameters));
    }
}
