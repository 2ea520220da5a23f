package org.busbar.check;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Resource;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.experiment.Sequence;

/** Works out what a run of a sequence gives. Pure and safe for use by many threads. */
public final class Outputs {

    private Outputs() {}

    /** Each output of which it is known what it will be, under its own name. */
    public static List<Parameter> of(Sequence sequence, Catalogue catalogue) {
        Sources sources = new Sources(sequence, Values.none(), catalogue);
        List<Parameter> outputs = new ArrayList<>();
        sequence.outputs().forEach((name, input) -> sources.parameter(input)
                .ifPresent(parameter -> outputs.add(named(name, parameter))));
        return outputs;
    }

    /** What accepts values such as this one. */
    static Parameter like(Value value) {
        if (value instanceof Quantity q) {
            return Parameter.real("", q.unit().ucum());
        }
        if (value instanceof Series s) {
            return Parameter.curve("", s.unit().ucum());
        }
        if (value instanceof Resource r) {
            return Parameter.artifact("", r.mediaType());
        }
        return value instanceof Text ? Parameter.note("") : Parameter.specimen("");
    }

    private static Parameter named(String name, Parameter parameter) {
        if (parameter instanceof Parameter.Real p) {
            return new Parameter.Real(name, p.unit(), p.min(), p.max(), p.step(), p.term());
        }
        if (parameter instanceof Parameter.Whole p) {
            return new Parameter.Whole(name, p.min(), p.max(), p.term());
        }
        if (parameter instanceof Parameter.Choice p) {
            return new Parameter.Choice(name, p.options(), p.term());
        }
        if (parameter instanceof Parameter.Note p) {
            return new Parameter.Note(name, p.longest(), p.term());
        }
        if (parameter instanceof Parameter.Curve p) {
            return new Parameter.Curve(name, p.unit(), p.term());
        }
        if (parameter instanceof Parameter.Specimen p) {
            return new Parameter.Specimen(name, p.term());
        }
        Parameter.Artifact p = (Parameter.Artifact) parameter;
        return new Parameter.Artifact(name, p.mediaType(), p.term());
    }
}
