package org.busbar.distribution.bench.optimizers.records;

import java.util.List;
import org.busbar.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A run as one line of JSON. Safe for use by many threads. */
public final class RunLine {

    /** NaN is let through here so that the message can name its field. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RunLine() {}

    /**
     * Reads a line; does not look at the problem.
     *
     * @throws IllegalArgumentException if it is not JSON or a field has the wrong type; the message names it
     */
    public static Run read(String line) {
        Fields fields = new Fields(object(line));
        return new Run(
                fields.text("engine"),
                fields.text("version"),
                fields.text("problem"),
                fields.whole("seed"),
                (int) fields.whole("n0"),
                fields.wholes("order"),
                fields.rows("x"),
                fields.numbers("y"),
                fields.rowsOrNumbers("y_obs"),
                fields.numbers("t_cpu"),
                fields.numbers("t_wall"),
                fields.left());
    }

    private static ObjectNode object(String line) {
        try {
            JsonNode node = MAPPER.readTree(line);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("not a JSON object; a line is one run");
    }

    /** Writes a line without its end; lists that are empty are left out. */
    public static String write(Run run) {
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("engine", run.engine()).put("version", run.version()).put("problem", run.problem());
        line.put("seed", run.seed()).put("n0", run.n0());
        put(line, "order", run.order());
        put(line, "x", run.x());
        put(line, "y", run.y());
        put(line, "y_obs", run.yObs());
        put(line, "t_cpu", run.tCpu());
        put(line, "t_wall", run.tWall());
        line.setAll(run.others());
        return Json.write(line);
    }

    private static void put(ObjectNode line, String field, List<?> values) {
        if (!values.isEmpty()) {
            line.set(field, Json.mapper().valueToTree(values));
        }
    }
}
