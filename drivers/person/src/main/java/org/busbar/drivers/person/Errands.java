package org.busbar.drivers.person;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Errand;
import org.busbar.api.device.People;
import org.busbar.drivers.described.Deed;
import org.busbar.drivers.described.Encoding;
import org.busbar.drivers.described.Scope;
import org.busbar.drivers.described.Template;
import org.busbar.drivers.described.Verb;
import org.busbar.drivers.described.yaml.Entry;
import org.busbar.drivers.described.yaml.Section;

/**
 * The step {@code ask} of a description: {@code ask}, the text with the values in it, and {@code form}, which outputs the
 * answer holds; none if it is not there.
 */
final class Errands {

    private final String device;
    private final People people;
    private volatile List<Parameter> outputs = List.of(); // of the action at work

    /** @param device the {@code lab.id} of the one who asks */
    Errands(String device, People people) {
        this.device = device;
        this.people = people;
    }

    Map<String, Verb> verbs() {
        return Map.of("ask", this::read);
    }

    /** The same action, whose steps are told what its outputs may be. A device does one action at a time. */
    Action told(Action action) {
        return action.does(inputs -> {
            outputs = action.capability().outputs();
            return action.perform(inputs);
        });
    }

    private Deed read(Section step, Scope scope) {
        if (scope.isUrgent()) {
            throw step.mistake("making safe cannot wait for a person: write safe: []");
        }
        Template text = Template.of(step.get("ask"), scope, Encoding.PLAIN);
        List<String> form = step.find("form")
                .map(entry ->
                        entry.items().stream().map(item -> claimed(item, scope)).toList())
                .orElse(List.of());
        return known -> {
            scope.pause(Duration.ZERO); // throws if meanwhile made safe
            return ask(text.fill(known).strip(), form);
        };
    }

    private static String claimed(Entry name, Scope scope) {
        return name.as(text -> {
            scope.output(text);
            return text;
        });
    }

    private Values ask(String text, List<String> form) throws Exception {
        List<Parameter> asked = form.stream().map(this::output).toList();
        return people.ask(new Errand(device, text, asked));
    }

    private Parameter output(String name) {
        return outputs.stream()
                .filter(output -> output.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
