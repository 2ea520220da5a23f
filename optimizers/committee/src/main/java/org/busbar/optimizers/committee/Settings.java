package org.busbar.optimizers.committee;

import java.util.Arrays;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Text;
import org.busbar.api.Values;

/**
 * How to choose.
 *
 * @param members the {@code lab.id} of each surrogate that has a say, at least two
 * @param own how much the members' own mean variance counts, beside 1 for the variance between them
 */
record Settings(List<String> members, double own) {

    private static final Parameter.Note MEMBERS = Parameter.note("members");
    private static final Parameter.Real OWN = Parameter.real("own", "1", 0, 1);
    static final List<Parameter> ALL = List.of(MEMBERS, OWN);
    private static final String USUAL = "gp,forest,polynomial";

    static Settings of(Values values) {
        values.names().forEach(name -> check(name, values));
        String members = values.has(MEMBERS.name()) ? ((Text) values.get(MEMBERS.name())).text() : USUAL;
        List<String> ids = Arrays.stream(members.split(",", -1))
                .map(String::strip)
                .distinct()
                .toList();
        if (ids.size() < 2) {
            throw new IllegalArgumentException("members = " + members + " is no committee; name two surrogates or more,"
                    + " separated by commas, such as " + USUAL);
        }
        return new Settings(ids, values.has(OWN.name()) ? values.get(OWN) : 0);
    }

    private static void check(String name, Values values) {
        Parameter parameter = ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The committee has no setting " + name + ", only "
                        + ALL.stream().map(Parameter::name).toList()));
        parameter.refusal(values.get(name)).ifPresent(why -> {
            throw new IllegalArgumentException("The committee cannot be set so: " + why);
        });
    }
}
