package org.busbar.drivers.described;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.device.DeviceException;
import org.busbar.drivers.described.yaml.Section;

/** A reply in which each output is looked for by a regular expression with one group. */
record SearchedReply(Map<String, Search> searches) implements TextReader {

    /** @param pattern of the line, or part of one, whose group is the value */
    record Search(Pattern pattern, Notation notation) {}

    static SearchedReply of(Section section, Scope scope) {
        Map<String, Search> searches = new LinkedHashMap<>();
        section.all().forEach((name, entry) -> searches.put(name, entry.as(text -> search(name, text, scope))));
        return new SearchedReply(searches);
    }

    private static Search search(String name, String text, Scope scope) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("write the reply in quotes: '{" + name + "}'");
        }
        Pattern pattern = Pattern.compile(text, Pattern.MULTILINE);
        if (pattern.matcher("").groupCount() != 1) {
            throw new IllegalArgumentException(
                    "'" + text + "' needs one group in parentheses, which is the value, as in 'T = ([-.0-9]+)'");
        }
        return new Search(pattern, scope.output(name));
    }

    @Override
    public Optional<Values> read(String reply) throws DeviceException {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Map.Entry<String, Search> search : searches.entrySet()) {
            Matcher match = search.getValue().pattern().matcher(reply);
            if (!match.find() || match.group(1) == null) {
                return Optional.empty();
            }
            values.put(search.getKey(), search.getValue().notation().read(match.group(1)));
        }
        return Optional.of(new Values(values));
    }

    @Override
    public String form() {
        return searches.values().stream().map(Search::pattern).toList().toString();
    }
}
