package org.busbar.drivers.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.link.Link;
import org.busbar.drivers.described.Deed;
import org.busbar.drivers.described.Description;
import org.busbar.drivers.described.Reply;
import org.busbar.drivers.described.Scope;
import org.busbar.drivers.described.Verb;
import org.busbar.drivers.described.json.JsonReply;
import org.busbar.drivers.described.yaml.Entry;
import org.busbar.drivers.described.yaml.Section;

/** The words {@code get}, {@code post}, {@code put}, {@code patch} and {@code delete} of a description. */
record HttpWords(Link link, Credentials credentials) {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    static Description read(Path file, Link link, Credentials credentials) {
        HttpWords words = new HttpWords(link, credentials);
        Map<String, Verb> verbs = new LinkedHashMap<>();
        METHODS.forEach(method -> verbs.put(method, (step, scope) -> words.request(method, step, scope)));
        return Description.read(Description.open(file), verbs);
    }

    private Deed request(String method, Section step, Scope scope) {
        Request request = Request.of(method.toUpperCase(Locale.ROOT), step.get(method), scope);
        Reply reply = JsonReply.of(step, scope);
        Link line = line(step, scope);
        return known -> reply.read(request.line(known), exchange(line, request.message(known, credentials)));
    }

    private static String exchange(Link line, String message) throws Exception {
        return new String(line.ask(message.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    /** The steps that make safe go before all others. */
    private Link line(Section step, Scope scope) {
        Optional<Duration> timeout = step.find("timeout").map(Entry::duration);
        Link usual = scope.isUrgent() ? link.urgent() : link;
        return timeout.map(usual::within).orElse(usual);
    }
}
