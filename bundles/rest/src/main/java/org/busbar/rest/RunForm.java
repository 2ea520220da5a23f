package org.busbar.rest;

import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.lab.Lab;
import org.busbar.api.lab.Procedure;

/** Reads what a client wants to be run: a sequence of the lab, by name, with inputs. */
final class RunForm {

    private static final int HIGHEST = 1_000_000;

    static final Form FORM = Form.of(
            Form.text("sequence", "The name of one of the lab's sequences").need(),
            Form.values("inputs", "What the sequence is given"),
            Form.text("askedBy", "Who wants it, if that is not the caller"),
            Form.whole("priority", -HIGHEST, HIGHEST, "Who is served first: the higher number; 0 if it is not given"));

    private final Lab lab;
    private final Body body;
    private final String askedBy;

    RunForm(Lab lab, Call call) {
        this.lab = lab;
        this.body = call.json();
        this.askedBy = call.actor(body, "askedBy");
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
        return new Run(id, sequence, inputs, askedBy, body.number("priority", 0, -HIGHEST, HIGHEST));
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
