package org.busbar.rest;

import java.util.List;
import java.util.stream.Stream;
import org.busbar.api.Values;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.lab.Lab;
import org.busbar.api.lab.Procedure;

/** Reads what a client wants to be run: a sequence of the lab, by name, with inputs. */
final class RunForm {

    private static final int HIGHEST = 1_000_000;
    private static final List<String> FIELDS = List.of("sequence", "inputs", "askedBy", "priority");

    private final Lab lab;
    private final Body body;

    /** @param more the fields the body may have beside those of a run */
    RunForm(Lab lab, Body body, String... more) {
        this.lab = lab;
        this.body = body.only(Stream.concat(FIELDS.stream(), Stream.of(more)).toArray(String[]::new));
    }

    /** A run with exactly the inputs of its sequence. */
    Run run(String id) {
        Sequence sequence = sequence();
        return run(id, sequence, Inputs.checked("inputs", body.object("inputs"), sequence.inputs()));
    }

    /** What its inputs are, and what is wrong with them. */
    Inputs.Judged inputs() {
        return Inputs.judged(body.object("inputs"), sequence().inputs());
    }

    /** A run with inputs that may be wrong. */
    Run run(String id, Values inputs) {
        return run(id, sequence(), inputs);
    }

    private Run run(String id, Sequence sequence, Values inputs) {
        return new Run(
                id,
                sequence,
                inputs,
                body.optionalText("askedBy").orElse("http"),
                body.number("priority", 0, -HIGHEST, HIGHEST));
    }

    private Sequence sequence() {
        String name = body.text("sequence");
        List<Sequence> sequences =
                lab.procedures().stream().map(Procedure::sequence).toList();
        return sequences.stream()
                .filter(sequence -> sequence.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(
                        "sequence",
                        "There is no sequence '" + name + "', only "
                                + sequences.stream().map(Sequence::name).toList()));
    }
}
