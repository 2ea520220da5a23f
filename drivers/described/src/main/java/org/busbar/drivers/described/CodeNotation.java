package org.busbar.drivers.described;

import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.busbar.api.Text;
import org.busbar.api.Value;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;

/**
 * One of a few words, each with the code by which the instrument knows it.
 *
 * @param codes by word
 */
record CodeNotation(String name, Map<String, String> codes) implements Notation {

    private static final Pattern IS_NUMBER = Pattern.compile(NUMBER);

    @Override
    public String write(Value value) {
        String code = codes.get(((Text) value).text());
        if (code == null) {
            throw new IllegalArgumentException(name + " = " + value + " is not one of " + codes.keySet());
        }
        return code;
    }

    @Override
    public Value read(String text) throws DeviceException {
        for (Map.Entry<String, String> code : codes.entrySet()) {
            if (same(code.getValue(), text.strip())) {
                return new Text(code.getKey());
            }
        }
        throw new DeviceException(
                Detail.COMMUNICATION, name + ": '" + text + "' is not one of the codes " + codes.values());
    }

    /** Instruments answer +1 or 1.0 where 1 was written. */
    private static boolean same(String code, String text) {
        return code.equals(text)
                || isNumber(code) && isNumber(text) && Double.parseDouble(code) == Double.parseDouble(text);
    }

    private static boolean isNumber(String text) {
        return IS_NUMBER.matcher(text).matches();
    }

    @Override
    public String pattern() {
        if (codes.values().stream().allMatch(CodeNotation::isNumber)) {
            return NUMBER;
        }
        return codes.values().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}
