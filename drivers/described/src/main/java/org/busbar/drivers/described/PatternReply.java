package org.busbar.drivers.described;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.device.DeviceException;

/**
 * A whole reply with fields, such as {@code S S {mass} g}. Blanks match blanks of any number, <code>{}</code> anything.
 *
 * @param fields in the order of the groups of the pattern
 */
record PatternReply(String form, Pattern pattern, Map<String, Notation> fields) implements TextReader {

    private static final Pattern WORD = Pattern.compile("\\s+|\\{}|\\S+?(?=\\s|\\{}|$)");

    static PatternReply parse(String text, Scope scope) {
        StringBuilder pattern = new StringBuilder("\\s*");
        Map<String, Notation> fields = new LinkedHashMap<>();
        for (Placeholder place : Placeholder.all(text)) {
            pattern.append(literal(place.before()));
            if (!place.isEnd()) {
                Notation notation = field(place, scope);
                fields.put(place.name(), notation);
                pattern.append("\\s*(").append(notation.pattern()).append(')');
            }
        }
        return new PatternReply(text, Pattern.compile(pattern + "\\s*"), fields);
    }

    private static Notation field(Placeholder place, Scope scope) {
        if (place.format().isPresent()) {
            throw new IllegalArgumentException("'" + place.name() + "' is read in any format: leave out "
                    + place.format().get());
        }
        return scope.output(place.name(), place.unit());
    }

    private static String literal(String text) {
        StringBuilder pattern = new StringBuilder();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group();
            pattern.append(word.isBlank() ? "\\s+" : word.equals("{}") ? "[\\s\\S]*?" : Pattern.quote(word));
        }
        return pattern.toString();
    }

    @Override
    public Optional<Values> read(String reply) throws DeviceException {
        Matcher match = pattern.matcher(reply);
        if (!match.matches()) {
            return Optional.empty();
        }
        Map<String, Value> values = new LinkedHashMap<>();
        int group = 0;
        for (Map.Entry<String, Notation> field : fields.entrySet()) {
            values.put(field.getKey(), field.getValue().read(match.group(++group)));
        }
        return Optional.of(new Values(values));
    }
}
