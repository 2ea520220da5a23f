package org.busbar.drivers.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.drivers.described.Deed;
import org.busbar.drivers.described.Encoding;
import org.busbar.drivers.described.Reply;
import org.busbar.drivers.described.Scope;
import org.busbar.drivers.described.Template;
import org.busbar.drivers.described.Verb;
import org.busbar.drivers.described.json.JsonReply;
import org.busbar.drivers.described.yaml.Entry;
import org.busbar.drivers.described.yaml.Section;

/**
 * The word {@code run} of a description.
 *
 * @param beside the folder of the description
 * @param limit longest output, bytes
 */
record RunWord(Path beside, Workshop workshop, Calls calls, long limit) implements Verb {

    private static final Duration USUAL = Duration.ofMinutes(10);

    @Override
    public Deed read(Section step, Scope scope) {
        Words words = Words.of(step.get("run"), beside, scope);
        Input input = step.find("input").map(entry -> Input.of(entry, scope)).orElse(Input.NONE);
        Map<String, Template> environment = environment(step, scope);
        Duration timeout = step.find("timeout").map(Entry::duration).orElse(USUAL);
        Reply reply = reply(step, scope);
        return known -> {
            List<String> command = words.fill(known);
            Map<String, String> variables = new LinkedHashMap<>();
            environment.forEach((name, template) -> variables.put(name, template.fill(known)));
            Path folder = workshop.fresh();
            Call call = new Call(command, variables, input.of(known), folder, timeout, limit);
            String output = calls.during(call, scope);
            return reply.read(String.join(" ", command), output);
        };
    }

    private static Map<String, Template> environment(Section step, Scope scope) {
        Map<String, Template> environment = new LinkedHashMap<>();
        step.find("environment").ifPresent(entry -> entry.section()
                .all()
                .forEach((name, value) -> environment.put(name, Template.of(value, scope, Encoding.PLAIN))));
        return environment;
    }

    private static Reply reply(Section step, Scope scope) {
        String form = step.find("output").map(Entry::text).orElse("text");
        return switch (form) {
            case "json" -> JsonReply.byName(step, scope);
            case "text" -> Reply.text(step, scope);
            default -> throw step.get("output").mistake("write json or text, not '" + form + "'");
        };
    }
}
