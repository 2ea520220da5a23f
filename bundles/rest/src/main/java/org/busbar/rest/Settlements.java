package org.busbar.rest;

import java.util.List;
import java.util.function.Supplier;
import org.busbar.api.Parameter;
import org.busbar.api.experiment.Settlement;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a person says became of a step. */
final class Settlements {

    private static final List<String> WAYS = List.of("happened", "repeat", "giveUp");

    static final Form FORM = Form.of(
            Form.values("happened", "It was done, and gave these outputs"),
            Form.field("repeat", "Do it again: true, or the inputs to be changed", Settlements::repeatSchema),
            Form.text("giveUp", "It is not to be done; why"),
            Form.by());

    private final List<Parameter> outputs;
    private final Supplier<List<Parameter>> inputs;

    /**
     * @param outputs what the step should give
     * @param inputs what the step takes, as far as that is known; asked only if there are edits
     */
    Settlements(List<Parameter> outputs, Supplier<List<Parameter>> inputs) {
        this.outputs = outputs;
        this.inputs = inputs;
    }

    private static ObjectNode repeatSchema(ObjectNode schema) {
        schema.withArray("anyOf").addObject().put("const", true);
        schema.withArray("anyOf")
                .addObject()
                .put("type", "object")
                .putObject("additionalProperties")
                .put("$ref", "#/components/schemas/Given");
        return schema;
    }

    record Said(Settlement settlement, String by) {}

    /** Reads one of {@code happened}, {@code repeat} and {@code giveUp}, and who says so. */
    Said read(Call call) {
        Body body = call.json();
        String by = call.signer(body, "by");
        if (WAYS.stream().filter(body::has).count() != 1) {
            throw Refused.invalid(
                    "",
                    "Say one of \"happened\": {outputs}, \"repeat\": true or {edits}, and \"giveUp\": \"why\","
                            + " and who says so");
        }
        return new Said(settlement(body), by);
    }

    private Settlement settlement(Body body) {
        if (body.has("happened")) {
            return new Settlement.Happened(Inputs.read("happened", body.object("happened"), outputs));
        }
        return body.has("giveUp") ? new Settlement.GiveUp(body.text("giveUp")) : repeat(body);
    }

    private Settlement repeat(Body body) {
        if (body.isTrue("repeat")) {
            return new Settlement.Repeat();
        }
        if (!body.all().get("repeat").isObject()) {
            throw Refused.invalid("repeat", "repeat can only be true, or inputs to be changed {\"name\": value, ...}");
        }
        return new Settlement.Repeat(Inputs.read("repeat", body.object("repeat"), inputs.get()));
    }
}
