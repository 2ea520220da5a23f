package org.busbar.drivers.scpi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.busbar.api.Values;
import org.busbar.api.link.Link;
import org.busbar.drivers.described.Deed;
import org.busbar.drivers.described.Description;
import org.busbar.drivers.described.Encoding;
import org.busbar.drivers.described.Reply;
import org.busbar.drivers.described.Scope;
import org.busbar.drivers.described.Template;
import org.busbar.drivers.described.yaml.Entry;
import org.busbar.drivers.described.yaml.Section;

/** The words {@code tell} and {@code ask} of a description. */
record ScpiWords(Link link, ErrorQueue errors) {

    /** An entry of the error queue that is not "no error". */
    private static final Pattern REFUSED = Pattern.compile("[-+]?0*[1-9]\\d*\\s*,\\s*\".*\"", Pattern.DOTALL);

    static Description read(Path file, Link link, ErrorQueue errors) {
        ScpiWords words = new ScpiWords(link, errors);
        return Description.read(
                Description.open(file), Map.of("tell", words::tell, "ask", words::ask), Optional.of(REFUSED));
    }

    private Deed tell(Section step, Scope scope) {
        Template message = Template.of(step.get("tell"), scope, Encoding.PLAIN);
        Link line = line(step, scope);
        Deed tell = known -> {
            line.tell(message.fill(known));
            return Values.none();
        };
        return tell.then(known -> {
            errors.check(line, message.fill(known));
            return Values.none();
        });
    }

    private Deed ask(Section step, Scope scope) {
        Template message = Template.of(step.get("ask"), scope, Encoding.PLAIN);
        Reply reply = Reply.text(step, scope);
        Link line = line(step, scope);
        return known -> {
            String asked = message.fill(known);
            return reply.read(asked, line.ask(asked));
        };
    }

    /** The steps that make safe go before all others. */
    private Link line(Section step, Scope scope) {
        Optional<Duration> timeout = step.find("timeout").map(Entry::duration);
        Link usual = scope.isUrgent() ? link.urgent() : link;
        return timeout.map(usual::within).orElse(usual);
    }
}
