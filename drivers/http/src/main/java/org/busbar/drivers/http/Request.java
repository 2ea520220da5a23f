package org.busbar.drivers.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.busbar.api.Values;
import org.busbar.drivers.described.Encoding;
import org.busbar.drivers.described.Scope;
import org.busbar.drivers.described.Template;
import org.busbar.drivers.described.yaml.Entry;
import org.busbar.drivers.described.yaml.Section;

/** A request with places for values. */
record Request(String method, Template path, Map<String, Template> headers, Optional<Template> body) {

    private static final String JSON = "application/json";

    /** Where a value stands, such as {@code {t in K}}: its blanks are not those of the path. */
    private static final Pattern PLACE = Pattern.compile("\\{[^{}]*}");

    /** A path, or a mapping with the keys {@code path}, {@code body}, {@code type} and {@code headers}. */
    static Request of(String method, Entry entry, Scope scope) {
        if (!entry.isSection()) {
            return new Request(method, path(entry, scope), Map.of(), Optional.empty());
        }
        Section keys = entry.section();
        Optional<Entry> body = keys.find("body");
        String type = keys.find("type").map(Request::type).orElse(JSON);
        Map<String, Template> headers = new LinkedHashMap<>();
        if (body.isPresent()) {
            headers.put("Content-Type", Template.parse(type, scope, Encoding.PLAIN));
        }
        keys.find("headers").ifPresent(all -> all.section().all().forEach((name, value) -> {
            headers.put(named(name, value), Template.of(value, scope, Encoding.PLAIN));
        }));
        Request request = new Request(
                method,
                path(keys.get("path"), scope),
                headers,
                body.map(text -> Template.of(text, scope, encoding(type))));
        keys.end();
        return request;
    }

    private static Template path(Entry entry, Scope scope) {
        if (!entry.text().startsWith("/")
                || PLACE.matcher(entry.text()).replaceAll("").contains(" ")) {
            throw entry.mistake(
                    "'" + entry.text() + "' is not a path: it begins with a slash, and a blank in it is written %20");
        }
        return Template.of(entry, scope, Encoding.URL);
    }

    private static String named(String name, Entry entry) {
        if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
            throw entry.mistake("'" + name + "' is not the name of a header");
        }
        return name;
    }

    private static String type(Entry entry) {
        if (!entry.text().matches("[\\w.+-]+/[\\w.+-]+(; ?[\\w-]+=[\\w-]+)?")) {
            throw entry.mistake("'" + entry.text() + "' is not a media type, such as application/json");
        }
        return entry.text();
    }

    private static Encoding encoding(String type) {
        if (type.contains("json")) {
            return Encoding.JSON;
        }
        return type.startsWith("application/x-www-form-urlencoded") ? Encoding.URL : Encoding.PLAIN;
    }

    /** Its first line. */
    String line(Values known) {
        return method + " " + path.fill(known);
    }

    /** All of it, as a link wants it. */
    String message(Values known, Credentials credentials) {
        StringBuilder message = new StringBuilder(line(known)).append('\n').append(credentials.header());
        headers.forEach((name, value) ->
                message.append(name).append(": ").append(value.fill(known)).append('\n'));
        return message.append('\n')
                .append(body.map(text -> text.fill(known)).orElse(""))
                .toString();
    }
}
