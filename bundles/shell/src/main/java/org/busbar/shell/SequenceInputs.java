package org.busbar.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Parameters;

/** A sequence of the lab and what it is given. */
final class SequenceInputs {

    @Parameters(index = "0", paramLabel = "<sequence>", description = "The name of the sequence.")
    private String name = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "NAME=VALUE",
            description = "An input of the sequence, as in volume=\"1.5 mL\"")
    private Map<String, String> inputs = new LinkedHashMap<>();

    String name() {
        return name;
    }

    /** The beginning of a body: which sequence, with which inputs. */
    Map<String, Object> wanted() {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("sequence", name);
        wanted.put("inputs", Given.values(inputs));
        return wanted;
    }
}
